"""What a discount really costs (wat een korting kost)."""
