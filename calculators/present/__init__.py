"""Numbers, days, values and sentences as people read and type them: the only formatter."""
