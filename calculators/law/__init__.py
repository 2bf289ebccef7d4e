"""Dutch law of late payment: interest by day, collection costs and the VAT on them. Pure functions and dated series."""
