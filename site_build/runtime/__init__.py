"""What browsers run the calculators with, put together from the pinned packages and our own."""
