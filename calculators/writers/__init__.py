"""One answer, several writers: JSON for programs, a report for a terminal, HTML, a workbook, separated text."""
