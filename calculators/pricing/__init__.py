"""Prices and discounts that several calculators share. Pure functions."""
