"""What one customer brings in a year, and which lever mends the account."""
