"""Numbers, days and sentences as people read and type them in Dutch and English: the only formatter."""
