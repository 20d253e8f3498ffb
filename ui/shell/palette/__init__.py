"""The palette: one field over every command, journey, person, place and finding."""
