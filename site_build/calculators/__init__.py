"""Calculators as they stand in a page before any script runs: form, worked example, rate tables. Build only."""
