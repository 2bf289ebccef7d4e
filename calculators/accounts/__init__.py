"""What a customer account brings, and what would mend it: shared by several calculators. Pure functions."""
