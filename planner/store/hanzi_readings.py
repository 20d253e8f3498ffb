"""How hanzi are read, each character of a run by itself or as its phrase has it, without tones.

The dictionaries are pypinyin's: 47,000 phrases and 42,000 characters. Its own way to load them takes 58 MB;
here their files are kept as sorted lines, a tenth of that. What comes out is what pypinyin says.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

_PHRASE = re.compile(rb'"([^"]+)": \[(.*?\n\])\n\]', re.DOTALL)
_CHARACTER = re.compile(rb'"(\d+)": "([^"]+)"')
_QUOTED = re.compile(rb'"([^"]+)"')
#: Hanzi, of which each is read by itself, or what stands between two of them.
_PIECE = re.compile("([\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)")
_TONES = str.maketrans("", "", "\u0300\u0301\u0304\u030c")


def readings(run: str) -> list[list[str]]:
    """The readings of each character of ``run``, the usual one first: ``[["chong"], ["qing"]]``.

    ``v`` stands for ü. What is no hanzi stays as it is, all of it between two hanzi together. The first call
    reads the dictionaries, which takes a tenth of a second.
    """
    heard: list[list[str]] = []
    for number, piece in enumerate(_PIECE.split(run)):
        if number % 2:
            heard += [found for part in _phrases().parts(piece) for found in _of_phrase(part)]
        elif piece:
            heard.append([piece])
    return heard


def _of_phrase(part: str) -> Iterator[list[str]]:
    found = _phrases().readings(part)
    if found is None:
        found = [(_characters().readings(one) or [[one]])[0] for one in part]
    return (list(dict.fromkeys(map(_plain, character))) for character in found)


@cache
def _plain(syllable: str) -> str:
    """A syllable without its tone."""
    bare = unicodedata.normalize("NFD", syllable).translate(_TONES)
    return unicodedata.normalize("NFC", bare).replace("ü", "v")


class Readings:
    """Words with their readings: lines of ``word syllable syllable/another``, in order, as one text."""

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


@cache
def _phrases() -> Readings:
    return Readings(_phrase_lines((_folder() / "phrases_dict.json").read_bytes()))


@cache
def _characters() -> Readings:
    return Readings(_character_lines((_folder() / "pinyin_dict.json").read_bytes()))


def _folder() -> Path:
    """Where pypinyin lies, without loading it."""
    found = find_spec("pypinyin")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent


def _phrase_lines(file: bytes) -> Iterator[bytes]:
    """Of ``"重庆": [["chóng"], ["qìng"]]``, taken apart as text so that nothing large is made of it."""
    for found in _PHRASE.finditer(file):
        characters = (b"/".join(_QUOTED.findall(heard)) for heard in found[2].split(b"]"))
        yield b" ".join((found[1], *(heard for heard in characters if heard)))


def _character_lines(file: bytes) -> Iterator[bytes]:
    """Of ``"37325": "zhòng,chóng,tóng"``, a character by its number."""
    for found in _CHARACTER.finditer(file):
        yield chr(int(found[1])).encode() + b" " + found[2].replace(b",", b"/")
