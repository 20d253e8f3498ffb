"""The typefaces of the page, and which face draws which character.

Latin letters come from Adobe's Source family and hanzi from Noto Sans SC, which were drawn to stand together.
Hanzi are set a little smaller than the Latin beside them, so that both look equally large. A character that
no face has is drawn as 〓, the printer's mark for a missing sort, and is reported, never dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from unicodedata import category, east_asian_width

from planner.export.pdf.truetype import TrueTypeFace
from planner.paths import resources_dir

FACES = (
    "SourceSans3-Regular",
    "SourceSans3-SemiBold",
    "SourceSerif4-Regular",
    "SourceSerif4-SemiBold",
    "NotoSansSC-Regular",
    "NotoSansSC-SemiBold",
)
"""The shipped faces; a page names the n-th one ``/Fn``."""

GETA = "〓"
_AMBIGUOUS = frozenset("“”‘’…—·")
"""Marks that Chinese sets as wide as a hanzi and Latin does not."""

WIDE_BLANK = 480
"""A full-width mark whose ink leaves this much of the em free (in thousandths) may give half an em away."""

HAN, WESTERN, OPENING, CLOSING, OTHER = range(5)
"""What a character is to its neighbours: a hanzi; a Latin letter or digit; a full-width mark whose left half
is blank; one whose right half is; anything else."""


@cache
def face(index: int) -> TrueTypeFace:
    """The n-th of ``FACES``, opened on first use."""
    return TrueTypeFace(resources_dir() / "fonts" / f"{FACES[index]}.ttf")


@dataclass(frozen=True, slots=True)
class Sort:
    """One character cast in one face: which glyph, how wide, and what it is to its neighbours."""

    face: int
    glyph: int
    code: str
    """The glyph number as four hexadecimal digits."""
    advance: float
    """In ems of the text size, with the face's own scale."""
    kind: int
    drawn: str
    """The character the glyph stands for: the one asked for, or ``GETA``."""


@dataclass(frozen=True, slots=True, eq=False)
class Typeface:
    """A pair of faces that stand together, and the size of each relative to the text."""

    latin: int
    han: int
    latin_scale: float = 1.0
    han_scale: float = 0.94
    _latin_sorts: dict[str, Sort] = field(default_factory=dict, repr=False)
    _chinese_sorts: dict[str, Sort] = field(default_factory=dict, repr=False)

    def scale(self, face_index: int) -> float:
        """The size of a face relative to the text size."""
        return self.han_scale if face_index == self.han else self.latin_scale

    def sorts(self, text: str, *, chinese: bool) -> list[Sort]:
        """The sort of each character; ``chinese`` sets quotation marks, dashes and dots full-width."""
        known = self._chinese_sorts if chinese else self._latin_sorts
        try:
            return [known[char] for char in text]
        except KeyError:
            for char in text:
                if char not in known:
                    known[char] = self._cast(char, chinese)
            return [known[char] for char in text]

    def _cast(self, char: str, chinese: bool) -> Sort:
        wide = east_asian_width(char) in "FW"
        order = (self.han, self.latin) if wide or (chinese and char in _AMBIGUOUS) else (self.latin, self.han)
        drawn = " " if category(char) == "Zs" and not wide else char
        for index in order:
            glyph = face(index).glyph(drawn)
            if glyph:
                return self._sort(index, glyph, drawn)
        if category(char) in ("Cf", "Cc", "Mn"):  # a joiner or a control: nothing to draw
            return Sort(order[0], 0, "", 0.0, OTHER, "")
        return self._sort(self.han, face(self.han).glyph(GETA), GETA)

    def _sort(self, index: int, glyph: int, drawn: str) -> Sort:
        width = face(index).advance(glyph)
        kind = _kind(drawn, face(index), glyph, width)
        return Sort(index, glyph, f"{glyph:04X}", width * self.scale(index) / 1000, kind, drawn)


def _kind(char: str, used: TrueTypeFace, glyph: int, width: int) -> int:
    general = category(char)[0]
    if width == 1000 and general == "P":
        left, _bottom, right, _top = used.bounds(glyph)
        if left >= WIDE_BLANK:
            return OPENING
        return CLOSING if right <= 1000 - WIDE_BLANK else OTHER
    if general in "LN":
        return HAN if east_asian_width(char) in "FW" else WESTERN
    return OTHER


SANS = Typeface(latin=0, han=4)
SANS_BOLD = Typeface(latin=1, han=5)
SERIF = Typeface(latin=2, han=4, han_scale=0.92)
SERIF_BOLD = Typeface(latin=3, han=5, han_scale=0.92)


def missing(text: str) -> str:
    """The characters of a text that no shipped face has, each once, in order of first use."""
    found = {
        char
        for char, sort in zip(text, SANS.sorts(text, chinese=True), strict=True)
        if sort.drawn == GETA and char != GETA
    }
    return "".join(dict.fromkeys(char for char in text if char in found))
