"""A text file of unknown encoding as words: what mail, hospitals and Windows in two countries write."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = ("gb18030", "big5")


def decoded(data: bytes) -> str | None:
    """The words; ``None`` for what is no text.

    A byte order mark decides; else UTF-8 if it is that; else Chinese (GB 18030, Big5) if its hanzi stand
    together as hanzi do, and the Western encoding of Windows if they do not.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _read(data, encoding)
    if b"\0" in data:
        return None
    words = _read(data, "utf-8")
    if words is not None:
        return words
    for encoding in _CHINESE:
        words = _read(data, encoding)
        if words is not None and _reads_as_chinese(words):
            return words
    return data.decode("cp1252", errors="replace")


def _read(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _reads_as_chinese(words: str) -> bool:
    """Whether hanzi mostly stand beside hanzi: a lone one among letters is an accent read wrongly."""
    hanzi = [_is_hanzi(letter) for letter in words]
    alone = beside = 0
    for place, found in enumerate(hanzi):
        if found:
            if any(hanzi[max(place - 1, 0) : place]) or any(hanzi[place + 1 : place + 2]):
                beside += 1
            else:
                alone += 1
    return beside > alone


def _is_hanzi(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff" or "\u3000" <= letter <= "\u303f" or "\uff00" <= letter <= "\uffef"
