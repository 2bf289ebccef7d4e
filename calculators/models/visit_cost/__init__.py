"""Visit cost versus revenue (bezoekkosten tegenover omzet)."""
