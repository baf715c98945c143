"""What tests of several rooms stand on: servers that misbehave, sites that publish, stories to store."""
