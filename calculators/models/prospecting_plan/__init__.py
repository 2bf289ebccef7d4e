"""The daily prospecting target (prospectieplan)."""
