"""How hard a passphrase is to guess, roughly: enough to talk somebody out of a bad one, no more."""

from __future__ import annotations

import math

from planner.message import N_, Message

FEWEST_CHARACTERS = 10
_KINDS: tuple[tuple[int, str], ...] = (
    (26, "abcdefghijklmnopqrstuvwxyz"),
    (26, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    (10, "0123456789"),
    (33, " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
)
_OTHER_SCRIPTS = 2000
_ENOUGH_BITS = (1, 35, 55, 75)


def strength(passphrase: str) -> tuple[int, Message]:
    """From 0 (nothing) to 4 (hard to guess), and what to do about it.

    The bits are those of random letters of the kinds used, over different characters only, so that
    ``aaaaaaaaaa`` counts as one; a guess from above, since people are not random.
    """
    used = sum(size for size, kind in _KINDS if any(letter in kind for letter in passphrase))
    used += _OTHER_SCRIPTS if any(ord(letter) > 0x7F for letter in passphrase) else 0
    letters = min(len(passphrase), 2 * len(set(passphrase)))
    bits = letters * math.log2(used) if used else 0.0
    level = sum(bits >= enough for enough in _ENOUGH_BITS)
    if len(passphrase) < FEWEST_CHARACTERS:
        level = min(level, 1)
    return level, _ADVICE[level]


_ADVICE: tuple[Message, ...] = (
    N_("Several words are easier to remember and harder to guess."),
    N_("Too short. Take several words."),
    N_("Easy to guess. Add another word."),
    N_("Good."),
    N_("Hard to guess."),
)
