"""What can go wrong for a person who builds or serves the site."""


class MendableError(Exception):
    """A failure that a person can mend; the message is for that person and says what is wrong or what to do."""
