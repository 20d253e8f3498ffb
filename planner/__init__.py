"""The core of the treatment-journey planner: record, rules, schedule, itinerary. It never imports Qt."""

__version__ = "0.1.0"
