"""What commands do beyond this machine: messages and web archives."""
