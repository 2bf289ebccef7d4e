"""The daily prospecting target (acquisitieplan)."""
