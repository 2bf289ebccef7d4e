"""Speed, measured and printed; never a test."""
