"""Page or plain text -> Cleaned: the article, and what was taken out."""
