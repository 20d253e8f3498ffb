"""Files attached to things of the record: brought in, looked at, opened elsewhere, handed out."""
