"""What one visit costs (kosten per bezoek)."""
