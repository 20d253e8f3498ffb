"""How long somebody waits after wrong passphrases: longer each time, also after the program was restarted.

It is against a person at the keyboard; who has the files guesses elsewhere, and is held up by Argon2id.
``attempts.json`` lies beside the key file and holds how many guesses failed in a row and when the last did.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

from planner.errors import TooSoon
from planner.input_limits import ATTEMPTS_BYTES
from planner.message import NN_
from planner.store.file_names import ATTEMPTS_NAME
from planner.store.operating_system import write_whole

#: So many guesses in a row cost nothing: capitals, another keyboard, a slip.
FREE_GUESSES = 3
LONGEST_WAIT_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Attempts:
    """Guesses that failed since the record was last opened. ``at`` is zone-aware."""

    failed: int = 0
    at: dt.datetime | None = None

    def wait_seconds(self, now: dt.datetime) -> int:
        """How many seconds of the wait are left at ``now``, rounded up.

        Where the clock stands before the last guess nothing has passed yet, and no more than the whole wait
        is asked for: setting the clock back neither helps nor locks out.
        """
        if self.at is None:
            return 0
        passed = max((now - self.at).total_seconds(), 0.0)
        return max(0, -int(-(wait_after(self.failed) - passed) // 1))


def wait_after(failed: int) -> int:
    """Seconds to wait after so many failed guesses in a row: 0, 0, 0, then 2, 4, 8 … up to five minutes."""
    over = failed - FREE_GUESSES
    return (
        0 if over < 0 else min(2 ** (over + 1), LONGEST_WAIT_SECONDS) if over < 12 else LONGEST_WAIT_SECONDS
    )


def begin_attempt(folder: Path, now: dt.datetime) -> None:
    """Count a guess that is about to be tried; killing the program meanwhile does not uncount it.

    Raises: TooSoon when the wait is not over, OSError.
    """
    known = read_attempts(folder)
    left = known.wait_seconds(now)
    if left:
        if known.at is not None and now < known.at:
            _write(folder, Attempts(known.failed, now))  # the clock was set back: the wait runs from here
        raise TooSoon(
            NN_(
                "After several wrong passphrases, wait {count} second before the next.",
                "After several wrong passphrases, wait {count} seconds before the next.",
                left,
            ),
            seconds=left,
        )
    _write(folder, Attempts(known.failed + 1, now))


def attempt_succeeded(folder: Path) -> None:
    """Forget the guesses that failed."""
    (folder / ATTEMPTS_NAME).unlink(missing_ok=True)


def read_attempts(folder: Path) -> Attempts:
    """What is known of failed guesses; a file that is no use counts as none: it must lock nobody out."""
    try:
        with (folder / ATTEMPTS_NAME).open("rb") as file:
            kept = json.loads(file.read(ATTEMPTS_BYTES))
        failed, at = int(kept["failed"]), dt.datetime.fromisoformat(kept["at"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Attempts()
    if not 0 < failed < 1_000_000 or at.tzinfo is None:
        return Attempts()
    return Attempts(failed, at)


def _write(folder: Path, attempts: Attempts) -> None:
    assert attempts.at is not None
    kept = {"failed": attempts.failed, "at": attempts.at.astimezone(dt.UTC).isoformat(timespec="seconds")}
    write_whole(folder / ATTEMPTS_NAME, json.dumps(kept).encode())
