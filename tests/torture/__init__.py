"""Killing the program and damaging its files, over and over, at random: nothing acknowledged may be lost.

``make torture`` runs 500 kills and 1,000 damages; ``make test`` a short run of both.
"""
