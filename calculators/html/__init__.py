"""Calculators as HTML: the same functions write the static page and the live answer."""
