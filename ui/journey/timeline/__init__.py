"""The timeline of a journey: lanes of what is dated, to look at, to walk through, to move and to print.

``layout`` and ``axis`` reckon where things go and know nothing of Qt; ``paint_*`` draw what they say, on the
screen and on paper alike; ``canvas`` is where one pans, zooms, selects and drags.
"""
