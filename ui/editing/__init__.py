"""Forms for every thing of the record, and the panel beside the page in which they open."""
