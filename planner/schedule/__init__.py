"""Where fractions fall, what an interruption moves, and the figures of a course. Dates are the centre's own."""
