"""What numbers count, and scores, which count nothing behind them."""
