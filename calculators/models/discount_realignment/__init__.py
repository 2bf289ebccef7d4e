"""Bringing a discount back in line with revenue (korting herijken)."""
