"""What paying late costs you (renteverlies)."""
