"""One journey: who, where, how it stands, and every section of its record as a page to read."""
