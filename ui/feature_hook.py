"""Keeps PySide6 from reading the source of every module that is imported, only to look for its own name.

WORKAROUND: to offer ``from __feature__ import …``, which is used nowhere here, PySide6 looks after each
import whether the module's source says "PySide6", and Python keeps all that was read: the text of 785
modules, 14 MB, and for each a file more to open, which the scanners of Windows make dear
(napari/napari#8584). Remove this when PySide6 looks only at what asks; ``test_feature_hook`` tells.
"""

from __future__ import annotations

import importlib


def read_no_sources() -> None:
    """Have PySide6 take each module imported from here on for one that asks for no feature."""
    importlib.import_module("PySide6")
    try:
        feature = importlib.import_module("shibokensupport.feature")
    except ImportError:
        return
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", lambda _module: False)  # noqa: B010 - not a name for type checkers
