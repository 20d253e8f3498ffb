"""What Python's garbage collector looks through, and when.

Looking through all that a window is made of takes tens of milliseconds, and it does so whenever it likes: in
the midst of a word that somebody types. So what is there to stay is left out, and what was shown of a record
is collected soon after that is closed, while nobody types.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 20_000


def leave_out_what_is_there() -> None:
    """Never look again through what there is now: what the program is made of, and the pages of a record."""
    gc.freeze()


@contextmanager
def left_alone() -> Iterator[None]:
    """Collect nothing while a paper is set, and leave out what is remembered of it if that is a lot.

    Otherwise the next thing that the window makes would pay for looking through all of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_count()[0] > _MANY:
                gc.freeze()
            gc.enable()


def sweep() -> None:
    """Collect what was shown of a record that is closed, what was left out included."""
    gc.unfreeze()
    gc.collect()
