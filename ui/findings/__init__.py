"""What the rules say, beside whatever page is in view."""
