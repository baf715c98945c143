"""Times of day, days in figures, and how long something lasts, as languages write and speak them."""
