"""Lists from files and pastes: any file that holds a table, to lines, to records."""
