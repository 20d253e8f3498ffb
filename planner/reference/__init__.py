"""Dated facts about the world, each with its source and the day it was checked; read from ``resources``."""
