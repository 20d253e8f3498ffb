"""The itinerary tab: which copy, what it looks like on paper, issued to whom, and what became of it."""
