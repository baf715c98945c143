"""What is known of each article: observations, their log, and the index over them."""
