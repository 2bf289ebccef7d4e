"""Late payment over a list of invoices: what it costs, and one demand for each customer."""
