"""How hanzi are read, each character of a run by itself or as its phrase has it, without tones.

pypinyin reads them. Its dictionary of 47,000 phrases takes 45 MB as it loads it; here the same file is kept
as sorted lines, a fraction of that. What comes out is what pypinyin says, phrase for phrase.
"""

from __future__ import annotations

import os
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path

_ENTRY = re.compile(rb'"([^"]+)": \[(.*?\n\])\n\]', re.DOTALL)
_QUOTED = re.compile(rb'"([^"]+)"')


def readings(run: str) -> list[list[str]]:
    """The readings of each character of ``run``, the usual one first: ``[["chong"], ["qing"]]``.

    ``v`` stands for ü. What is no hanzi stays as it is, all of it between two hanzi together.
    """
    pinyin = _pinyin()
    heard: list[list[str]] = []
    for part in pinyin.parts(run):
        said = pinyin.phrases.readings(part)
        if said is None:
            heard += pinyin.of_characters(part)
        else:
            heard += [list(dict.fromkeys(map(pinyin.plain, character))) for character in said]
    return heard


class Phrases:
    """Phrases with their readings: lines of ``phrase syllable syllable/another``, in order, as one text."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        ordered = sorted(lines)
        self._text = b"\n".join(ordered)
        self._starts = array("I", accumulate((len(line) + 1 for line in ordered[:-1]), initial=0))

    def parts(self, run: str) -> Iterator[str]:
        """``run`` in phrases, the longest that fits from the left each time, and single characters."""
        while run:
            longest, end = 0, 1
            while end <= len(run) and self._at(run[:end]) is not None:
                if self._at(f"{run[:end]} ") is not None:
                    longest = end
                end += 1
            if not longest and end > len(run):  # all of it begins a phrase and none ends in it
                yield from run
                return
            yield run[: longest or 1]
            run = run[longest or 1 :]

    def readings(self, phrase: str) -> list[list[str]] | None:
        """The readings of each character of this very phrase, with tones; ``None`` where it is none."""
        line = self._at(f"{phrase} ")
        return None if line is None else [heard.split("/") for heard in line.split(" ")[1:]]

    def _at(self, begun: str) -> str | None:
        """The first line that begins so."""
        text, wanted = self._text, begun.encode()
        place = bisect_left(self._starts, wanted, key=lambda start: text[start : start + len(wanted)])
        start = self._starts[place] if place < len(self._starts) else len(text)
        if not wanted or not text.startswith(wanted, start):
            return None
        end = text.find(b"\n", start)
        return text[start : end if end >= 0 else None].decode()


class _Pinyin:
    def __init__(self) -> None:
        # Its own words for: only single characters, and those but once.
        os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
        os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "1")
        import pypinyin
        from pypinyin.constants import RE_HANS
        from pypinyin.contrib.tone_convert import to_normal
        from pypinyin.seg.simpleseg import simple_seg

        self.phrases = Phrases(_lines(Path(pypinyin.__file__).with_name("phrases_dict.json")))
        self._library, self._split, self._is_hanzi = pypinyin, simple_seg, RE_HANS.match
        self.plain = cache(to_normal)

    def parts(self, run: str) -> list[str]:
        """The phrases and characters of ``run``; what is no hanzi in one piece."""
        return [
            part
            for piece in self._split(run)
            for part in (self.phrases.parts(piece) if self._is_hanzi(piece) else (piece,))
        ]

    def of_characters(self, part: str) -> list[list[str]]:
        return self._library.pinyin(part, style=self._library.Style.NORMAL, heteronym=True)


@cache
def _pinyin() -> _Pinyin:
    """Made when the first hanzi are read: it takes a tenth of a second."""
    return _Pinyin()


def _lines(file: Path) -> Iterator[bytes]:
    """The phrases of pypinyin's own file, taken apart as text so that nothing large is made of it."""
    for found in _ENTRY.finditer(file.read_bytes()):
        characters = (b"/".join(_QUOTED.findall(heard)) for heard in found[2].split(b"]"))
        yield b" ".join((found[1], *(heard for heard in characters if heard)))
