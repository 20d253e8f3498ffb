"""How the program looks: tokens, and what is built from them (palette, style sheet, icons, fonts)."""
