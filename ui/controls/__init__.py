"""The small parts every page is made of: one control a file, dressed by the theme, worded by the language."""
