"""Date arithmetic of a journey: where fractions fall, what an interruption moves, how long one may stay."""
