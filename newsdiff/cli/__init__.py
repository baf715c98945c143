"""The door: click commands, one file per command group."""
