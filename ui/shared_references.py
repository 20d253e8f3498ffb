"""Keeps Python's singletons alive under a PySide6 that gives away references it does not own.

WORKAROUND: PySide6 6.12.0, built for the stable ABI, returns ``None``, ``True`` and ``False`` from its
methods and signals without counting the reference, which only a Python with immortal singletons (3.12,
PEP 683) may leave out. On Python 3.11 each ``emit`` costs a reference to ``True`` and each event or paint
one to ``None``; after some thousand of them the interpreter ends with "deallocating None". 6.11.3 counts
rightly. Remove this when no supported pair of versions does it any more; ``test_shared_references`` tells.
"""

from __future__ import annotations

import ctypes
import sys

_MORE_THAN_EVER_LOST = 1 << 40


def keep_singletons_alive() -> None:
    """Make the singletons as good as immortal where Python itself does not. Call before Qt's first event."""
    if (
        sys.version_info >= (3, 12)
        or sys.implementation.name != "cpython"
        or hasattr(sys, "gettotalrefcount")
    ):
        return
    for singleton in (None, True, False, NotImplemented, Ellipsis):
        if sys.getrefcount(singleton) < _MORE_THAN_EVER_LOST // 2:
            ctypes.c_ssize_t.from_address(id(singleton)).value += _MORE_THAN_EVER_LOST
