"""Who did what with whose data, what is kept how long, and what a person is given or has erased."""
