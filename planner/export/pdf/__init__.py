"""The printed itinerary: our own line breaking, fonts and tags, drawn and saved through ReportLab."""
