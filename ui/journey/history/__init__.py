"""The history tab: every edit of a journey, by whom and when, with what stood there before."""
