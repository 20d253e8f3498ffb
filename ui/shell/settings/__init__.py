"""The cards of the settings page, one file each."""
