"""What is told of persons and not of things."""
