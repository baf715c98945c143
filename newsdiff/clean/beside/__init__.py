"""What stands beside the story: boxes of their own, the next article, what is said twice."""
