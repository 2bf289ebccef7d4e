"""One answer, several writers: JSON for programs, a report for a terminal, HTML and the parts of a page."""
