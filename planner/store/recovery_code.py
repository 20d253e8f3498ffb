"""The recovery code: a secret that is printed and put in a safe, for the day a passphrase is forgotten.

Six groups of six characters, such as ``7HKQ3W-…``. Its 23 characters are those that nobody takes for
another one, printed or by hand: no 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V or G/6. Five characters of a group are
random (in all 30, which is 135 bits); the sixth checks them and the place of the group. Since 23 is prime,
one wrong character, two exchanged ones and two exchanged groups are always noticed, and the group is named.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Sequence

from planner.errors import InputError
from planner.message import N_, NN_

ALPHABET = "34679ACDEFHJKMNPQRTVWXY"
GROUPS = 6
GROUP_LENGTH = 6
_IGNORED = frozenset(" -‐‑‒–—_.,\t\n\r")
_WEIGHTS = (2, 3, 4, 5, 6)
_WAY_ON = N_("Compare it with the printed sheet; case, spaces and dashes do not matter.")


def new_recovery_code() -> str:
    """A new random code, grouped as it is printed."""
    groups = []
    for place in range(GROUPS):
        values = [secrets.randbelow(len(ALPHABET)) for _ in range(GROUP_LENGTH - 1)]
        groups.append("".join(ALPHABET[value] for value in (*values, _check(values, place))))
    return "-".join(groups)


def groups_of(code: str) -> tuple[str, ...]:
    """The groups of a code as ``new_recovery_code`` and ``read_recovery_code`` give it."""
    return tuple(code.split("-"))


def read_recovery_code(typed: str) -> str:
    """The code that was typed, however it was spaced, as it is printed.

    Raises: InputError, naming the first group that is mistyped.
    """
    letters = _letters(typed)
    wanted = GROUPS * GROUP_LENGTH
    groups = [letters[start : start + GROUP_LENGTH] for start in range(0, len(letters), GROUP_LENGTH)]
    for place, group in enumerate(groups[:GROUPS]):
        for letter in group:
            if letter not in ALPHABET:
                raise InputError(
                    N_(
                        "Group {number} holds “{letter}”, which is in no recovery code.",
                        number=place + 1,
                        letter=letter,
                    ),
                    _WAY_ON,
                )
        if len(group) == GROUP_LENGTH and not _is_right(group, place):
            raise InputError(
                N_("Group {number} of the recovery code is mistyped.", number=place + 1), _WAY_ON
            )
    if len(letters) != wanted:
        raise InputError(
            NN_(
                "This is {count} character; a recovery code has {wanted}.",
                "These are {count} characters; a recovery code has {wanted}.",
                len(letters),
                wanted=wanted,
            ),
            _WAY_ON,
        )
    return "-".join(groups)


def _letters(typed: str) -> str:
    """Upper case, full-width characters made narrow, without what only separates."""
    plain = unicodedata.normalize("NFKC", typed).upper()
    return "".join(letter for letter in plain if letter not in _IGNORED)


def _check(values: Sequence[int], place: int) -> int:
    weighed = sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=True))
    # The last character has weight 1, and the place shifts the sum.
    return -(weighed + place + 1) % len(ALPHABET)


def _is_right(group: str, place: int) -> bool:
    values = [ALPHABET.index(letter) for letter in group]
    return _check(values[:-1], place) == values[-1]
