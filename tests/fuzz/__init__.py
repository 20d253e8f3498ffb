"""Mutated files through every reader: none may crash, hang or eat memory. ``make fuzz``."""
