"""PDF objects written straight as bytes, and text strings and numbers in PDF's notation."""

from __future__ import annotations

import zlib
from datetime import datetime

from reportlab.pdfbase.pdfdoc import PDFObject


class Raw(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object whose bytes are ready. ``data`` may be set later, before the file is saved."""

    __RefOnly__ = 1

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, _document: object) -> bytes:
        """The bytes between ``obj`` and ``endobj``."""
        return self.data


def stream(entries: bytes, content: bytes, *, compress: bool = True) -> bytes:
    """A stream object, compressed unless told otherwise, with the other entries of its dictionary."""
    if compress:
        content = zlib.compress(content)
        entries += b"/Filter/FlateDecode"
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(content), content)


def text_string(text: str) -> bytes:
    """A text string: plain where ASCII is enough, UTF-16 otherwise."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return b"(" + escaped.encode("ascii") + b")"
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode("ascii") + b">"


def name(text: str) -> bytes:
    """A name object."""
    safe = "".join(c if "!" <= c <= "~" and c not in "()<>[]{}/%#" else f"#{ord(c):02X}" for c in text)
    return b"/" + safe.encode("ascii")


def date_string(moment: datetime) -> bytes:
    """A date with its zone, ``D:20270308053500+08'00'``. ``moment`` must know its offset."""
    offset = moment.strftime("%z")
    return f"(D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}')".encode("ascii")
