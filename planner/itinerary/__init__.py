"""What a reader is shown of a journey: items in order, made for one audience, still in no language."""
