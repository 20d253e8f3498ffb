"""The frame around every page: the application, its window, navigation, unlocking, errors, settings."""

from ui.feature_hook import read_no_sources

read_no_sources()  # before anything else of the window is imported
