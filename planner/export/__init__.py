"""What leaves the program: printed pages, calendar files, journey files."""
