"""A record frozen under a name, and what two of them differ in."""
