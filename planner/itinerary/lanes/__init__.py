"""The lanes of a journey: every dated thing as one mark on one lane, as the case manager sees it in time.

``timeline.timeline`` is the way in. Nothing here knows pixels; whoever shows it lays the marks out.
"""
