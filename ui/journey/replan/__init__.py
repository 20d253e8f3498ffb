"""Re-planning a course on the screen: what happened, what follows from it, and what of that is accepted."""
