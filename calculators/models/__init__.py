"""The calculators: one folder each, with its formula, its declaration and its words, one file per language."""
