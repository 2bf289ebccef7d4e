"""What the whole customer list brings, who costs money on it, and what mending them would bring."""
