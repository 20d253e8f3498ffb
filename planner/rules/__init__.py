"""Rules: one a file, named after what it checks. Each is pure: ``(journey, reference, today) → findings``."""
