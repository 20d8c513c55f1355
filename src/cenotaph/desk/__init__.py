"""Where a person reviews the record in a terminal: questions, decisions and what they change."""
