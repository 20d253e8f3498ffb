"""Files that a command makes: written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from planner.errors import StoreError
from planner.message import N_


def write_file(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, for this user only; what was there stays until the new file is complete.

    Raises: StoreError when the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StoreError(
            N_("{path} cannot be written: {reason}.", path=str(path), reason=reason),
            N_("Choose another folder, or make room there."),
        ) from error
