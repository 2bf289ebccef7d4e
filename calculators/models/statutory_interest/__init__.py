"""Statutory interest on an invoice paid late (wettelijke handelsrente en wettelijke rente)."""
