"""The slip: from new session dates to everything that hangs on them, each as a consequence to accept or not.

``proposal.propose`` is the way in. Nothing here changes a journey; ``planner.edits.replan`` does.
"""
