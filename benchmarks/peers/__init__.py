"""Other ways to Python in a browser, with the question that our page asks, as each of them documents it."""
