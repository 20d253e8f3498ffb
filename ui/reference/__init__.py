"""What the program knows of the world: public calendars, policies, templates of the pathway, phrases."""
