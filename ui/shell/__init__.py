"""The frame around every page: the application, its window, navigation, unlocking, errors, settings."""
