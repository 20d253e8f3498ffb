"""A lean reader of TrueType fonts: it looks up what a page needs and parses nothing else.

A Chinese font has thirty thousand glyphs and ten megabytes; a page uses a few hundred. The file is mapped
into memory, and every character is looked up once, on first use, straight in the tables (OpenType 1.9:
``cmap`` 4 and 12, ``hmtx``, ``loca``, ``glyf``). Opening a face costs well under a millisecond.
"""

from __future__ import annotations

import mmap
from functools import cached_property
from pathlib import Path
from struct import Struct, unpack_from

from planner.export.pdf.kerning import PairKerning

_ADVANCE = Struct(">H")
_LONG = Struct(">L")
_GROUP = Struct(">LLL")


class TrueTypeFace:
    """One static TrueType font file. All measures are in thousandths of an em.

    Raises:
        ValueError: the file is not a TrueType font with ``glyf`` outlines.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        data = self._data
        if data[:4] != b"\x00\x01\x00\x00":
            raise ValueError(f"{path.name} is not a TrueType font")
        self._tables: dict[bytes, tuple[int, int]] = {}
        for i in range(unpack_from(">H", data, 4)[0]):
            tag, _checksum, offset, length = unpack_from(">4sLLL", data, 12 + 16 * i)
            self._tables[tag] = (offset, length)
        if b"glyf" not in self._tables:
            raise ValueError(f"{path.name} has no TrueType outlines")
        head = self._tables[b"head"][0]
        self.units_per_em: int = unpack_from(">H", data, head + 18)[0]
        self.bounding_box: tuple[int, ...] = tuple(
            self._thousandths(v) for v in unpack_from(">4h", data, head + 36)
        )
        self._long_loca = bool(unpack_from(">h", data, head + 50)[0])
        hhea = self._tables[b"hhea"][0]
        self.ascent = self._thousandths(unpack_from(">h", data, hhea + 4)[0])
        self.descent = self._thousandths(unpack_from(">h", data, hhea + 6)[0])
        self._advances: int = unpack_from(">H", data, hhea + 34)[0]
        os2 = self._tables[b"OS/2"][0]
        self.weight: int = unpack_from(">H", data, os2 + 4)[0]
        self.cap_height = self._thousandths(unpack_from(">h", data, os2 + 88)[0])
        self._cmap, self._cmap_format = self._best_cmap()
        self._glyphs: dict[str, int] = {}
        self._widths: dict[int, int] = {}
        self._kerns: dict[tuple[int, int], int] = {}

    def _thousandths(self, units: int) -> int:
        return units if self.units_per_em == 1000 else round(units * 1000 / self.units_per_em)

    def table(self, tag: bytes) -> bytes:
        """The bytes of a whole table, empty if the font has none of that name."""
        offset, length = self._tables.get(tag, (0, 0))
        return self._data[offset : offset + length]

    @cached_property
    def name(self) -> str:
        """The PostScript name, such as ``SourceSans3-Regular``; the file's stem if it states none."""
        table = self.table(b"name")
        count, strings = unpack_from(">HH", table, 2)
        for i in range(count):
            platform, _enc, _lang, name_id, length, offset = unpack_from(">6H", table, 6 + 12 * i)
            if name_id == 6 and platform == 3:
                return table[strings + offset : strings + offset + length].decode("utf-16-be")
        return self.path.stem

    # -- characters ------------------------------------------------------------------------------------

    def _best_cmap(self) -> tuple[int, int]:
        start = self._tables[b"cmap"][0]
        found: dict[int, int] = {}
        for i in range(unpack_from(">H", self._data, start + 2)[0]):
            platform, encoding, offset = unpack_from(">HHL", self._data, start + 4 + 8 * i)
            if platform == 0 or (platform == 3 and encoding in (1, 10)):
                form = unpack_from(">H", self._data, start + offset)[0]
                found.setdefault(form, start + offset)
        for form in (12, 4):
            if form in found:
                return found[form], form
        raise ValueError(f"{self.path.name} has no Unicode character map")

    def glyph(self, char: str) -> int:
        """The glyph of one character, 0 if the font lacks it."""
        try:
            return self._glyphs[char]
        except KeyError:
            code = ord(char)
            found = self._segmented(code) if self._cmap_format == 12 else self._delta_coded(code)
            self._glyphs[char] = found
            return found

    def _segmented(self, code: int) -> int:
        data, first = self._data, self._cmap + 16
        low, high = 0, int(unpack_from(">L", data, self._cmap + 12)[0])
        while low < high:
            middle = (low + high) // 2
            start, end, glyph = _GROUP.unpack_from(data, first + 12 * middle)
            if code < start:
                high = middle
            elif code > end:
                low = middle + 1
            else:
                return int(glyph) + code - int(start)
        return 0

    def _delta_coded(self, code: int) -> int:
        if code > 0xFFFF:
            return 0
        data, at = self._data, self._cmap
        double = unpack_from(">H", data, at + 6)[0]
        ends, starts = at + 14, at + 16 + double
        low, high = 0, double // 2
        while low < high:  # the first segment that ends at or after the code
            middle = (low + high) // 2
            if unpack_from(">H", data, ends + 2 * middle)[0] < code:
                low = middle + 1
            else:
                high = middle
        start = unpack_from(">H", data, starts + 2 * low)[0]
        if code < start:
            return 0
        delta = unpack_from(">H", data, starts + double + 2 * low)[0]
        place = starts + 2 * double + 2 * low
        span = unpack_from(">H", data, place)[0]
        if span == 0:
            return int(code + delta) & 0xFFFF
        glyph = unpack_from(">H", data, place + span + 2 * (code - start))[0]
        return int(glyph + delta) & 0xFFFF if glyph else 0

    def advance(self, glyph: int) -> int:
        """How far the pen moves after this glyph."""
        try:
            return self._widths[glyph]
        except KeyError:
            at = self._tables[b"hmtx"][0] + 4 * min(glyph, self._advances - 1)
            width = self._thousandths(_ADVANCE.unpack_from(self._data, at)[0])
            self._widths[glyph] = width
            return width

    def kern(self, left: int, right: int) -> int:
        """How much closer (negative) or wider two glyphs stand side by side."""
        pair = (left, right)
        try:
            return self._kerns[pair]
        except KeyError:
            found = self._kerns[pair] = self._thousandths(self._kerning.between(left, right))
            return found

    @cached_property
    def _kerning(self) -> PairKerning:
        return PairKerning(self.table(b"GPOS"))

    # -- outlines --------------------------------------------------------------------------------------

    def outline(self, glyph: int) -> bytes:
        """The glyph's description in ``glyf``, empty if it draws nothing."""
        loca = self._tables[b"loca"][0]
        if self._long_loca:
            start, end = unpack_from(">LL", self._data, loca + 4 * glyph)
        else:
            start, end = (2 * v for v in unpack_from(">HH", self._data, loca + 2 * glyph))
        glyf = self._tables[b"glyf"][0]
        return self._data[glyf + start : glyf + end]

    def bounds(self, glyph: int) -> tuple[int, int, int, int]:
        """Left, bottom, right and top of the ink; all zero if it draws nothing."""
        outline = self.outline(glyph)
        if not outline:
            return 0, 0, 0, 0
        left, bottom, right, top = (self._thousandths(v) for v in unpack_from(">4h", outline, 2))
        return left, bottom, right, top

    def side_bearing(self, glyph: int) -> int:
        """The left side bearing in font units, as ``hmtx`` has it."""
        table = self._tables[b"hmtx"][0]
        if glyph < self._advances:
            return int(unpack_from(">h", self._data, table + 4 * glyph + 2)[0])
        after = table + 4 * self._advances
        return int(unpack_from(">h", self._data, after + 2 * (glyph - self._advances))[0])

    def raw_advance(self, glyph: int) -> int:
        """The advance in font units, as ``hmtx`` has it."""
        at = self._tables[b"hmtx"][0] + 4 * min(glyph, self._advances - 1)
        return int(_ADVANCE.unpack_from(self._data, at)[0])
