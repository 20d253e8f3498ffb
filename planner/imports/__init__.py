"""Reading other people's files: one format a file, bytes in, a value or proposals to review out."""
