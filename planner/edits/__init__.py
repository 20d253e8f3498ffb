"""Edits: every change of the record is one named, pure function over frozen values; and their history."""
