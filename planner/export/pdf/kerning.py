"""Kerning pairs of an OpenType font, read from ``GPOS`` when a pair is first asked for.

Only what ordinary Latin text needs: the lookups of the ``kern`` feature of the default script, pair
adjustment in both formats, horizontal advance of the first glyph; contextual kerning is left out.
Source: OpenType 1.9, "GPOS".
"""

from __future__ import annotations

from dataclasses import dataclass
from struct import unpack_from

_X_ADVANCE = 0x0004


def _value_size(format_: int) -> int:
    return 2 * int(format_ & 0xFF).bit_count()


def _advance_offset(format_: int) -> int | None:
    """Where XAdvance lies in a value record of this format, ``None`` if it has none."""
    return 2 * int(format_ & (_X_ADVANCE - 1)).bit_count() if format_ & _X_ADVANCE else None


def _coverage(table: bytes, at: int) -> dict[int, int]:
    """Glyph to coverage index."""
    form, count = unpack_from(">HH", table, at)
    if form == 1:
        return {glyph: i for i, glyph in enumerate(unpack_from(f">{count}H", table, at + 4))}
    covered: dict[int, int] = {}
    for i in range(count):
        start, end, index = unpack_from(">3H", table, at + 4 + 6 * i)
        covered.update(zip(range(start, end + 1), range(index, index + end - start + 1), strict=True))
    return covered


def _classes(table: bytes, at: int) -> dict[int, int]:
    """Glyph to class; a glyph that is not in it has class 0."""
    form, first = unpack_from(">HH", table, at)
    if form == 1:
        count = unpack_from(">H", table, at + 4)[0]
        return dict(enumerate(unpack_from(f">{count}H", table, at + 6), first))
    classes: dict[int, int] = {}
    for i in range(first):
        start, end, value = unpack_from(">3H", table, at + 4 + 6 * i)
        classes.update(dict.fromkeys(range(start, end + 1), value))
    return classes


@dataclass(slots=True)
class _PairList:
    """Format 1: for each first glyph a sorted list of seconds."""

    table: bytes
    at: int
    covered: dict[int, int]
    sizes: tuple[int, int]
    advance: int

    def find(self, left: int, right: int) -> int | None:
        index = self.covered.get(left)
        if index is None:
            return None
        pairs = self.at + unpack_from(">H", self.table, self.at + 10 + 2 * index)[0]
        size = 2 + sum(self.sizes)
        low, high = 0, unpack_from(">H", self.table, pairs)[0]
        while low < high:
            middle = (low + high) // 2
            place = pairs + 2 + size * middle
            second = unpack_from(">H", self.table, place)[0]
            if second == right:
                return int(unpack_from(">h", self.table, place + 2 + self.advance)[0])
            if second < right:
                low = middle + 1
            else:
                high = middle
        return None


@dataclass(slots=True)
class _PairMatrix:
    """Format 2: classes of first and second glyphs."""

    table: bytes
    at: int
    covered: dict[int, int]
    sizes: tuple[int, int]
    advance: int
    lefts: dict[int, int]
    rights: dict[int, int]
    width: int

    def find(self, left: int, right: int) -> int | None:
        if left not in self.covered:
            return None
        cell = self.lefts.get(left, 0) * self.width + self.rights.get(right, 0)
        return int(unpack_from(">h", self.table, self.at + 16 + cell * sum(self.sizes) + self.advance)[0])


class PairKerning:
    """The pair kerning of one font."""

    def __init__(self, gpos: bytes) -> None:
        """``gpos``: the bytes of the GPOS table; empty for a font without one."""
        self._lookups: list[list[_PairList | _PairMatrix]] = []
        if gpos:
            self._read(gpos)

    def between(self, left: int, right: int) -> int:
        """The adjustment between two glyphs in font units; 0 for most pairs."""
        total = 0
        for subtables in self._lookups:  # within a lookup the first subtable that covers the pair wins
            for subtable in subtables:
                value = subtable.find(left, right)
                if value is not None:
                    total += value
                    break
        return total

    def _read(self, gpos: bytes) -> None:
        features, lookups = unpack_from(">HH", gpos, 6)
        wanted: set[int] = set()
        for i in self._default_features(gpos):
            tag, offset = unpack_from(">4sH", gpos, features + 2 + 6 * i)
            if tag == b"kern":
                at = features + offset
                count = unpack_from(">H", gpos, at + 2)[0]
                wanted.update(unpack_from(f">{count}H", gpos, at + 4))
        for i in sorted(wanted):
            at = lookups + unpack_from(">H", gpos, lookups + 2 + 2 * i)[0]
            kind, _flag, count = unpack_from(">3H", gpos, at)
            subtables = [at + offset for offset in unpack_from(f">{count}H", gpos, at + 6)]
            if kind == 9:  # extension: the real subtable lies further away than 16 bits reach
                kind = unpack_from(">H", gpos, subtables[0] + 2)[0]
                subtables = [s + unpack_from(">L", gpos, s + 4)[0] for s in subtables]
            if kind == 2:
                read = (self._subtable(gpos, s) for s in subtables)
                self._lookups.append([subtable for subtable in read if subtable])

    @staticmethod
    def _default_features(gpos: bytes) -> tuple[int, ...]:
        scripts = unpack_from(">H", gpos, 4)[0]
        chosen = 0
        for i in range(unpack_from(">H", gpos, scripts)[0]):
            tag, offset = unpack_from(">4sH", gpos, scripts + 2 + 6 * i)
            if tag == b"latn" or (tag == b"DFLT" and not chosen):
                chosen = scripts + offset
        if not chosen:
            return ()
        language = chosen + unpack_from(">H", gpos, chosen)[0]
        count = unpack_from(">H", gpos, language + 4)[0]
        return unpack_from(f">{count}H", gpos, language + 6)

    @staticmethod
    def _subtable(gpos: bytes, at: int) -> _PairList | _PairMatrix | None:
        form, coverage, first, second = unpack_from(">4H", gpos, at)
        advance = _advance_offset(first)
        if advance is None:
            return None
        covered = _coverage(gpos, at + coverage)
        sizes = (_value_size(first), _value_size(second))
        if form == 1:
            return _PairList(gpos, at, covered, sizes, advance)
        lefts, rights, _rows, columns = unpack_from(">4H", gpos, at + 8)
        return _PairMatrix(
            gpos,
            at,
            covered,
            sizes,
            advance,
            _classes(gpos, at + lefts),
            _classes(gpos, at + rights),
            columns,
        )
