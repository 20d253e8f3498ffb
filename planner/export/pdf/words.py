"""Words measured and turned into glyphs, once for each typeface, whatever size they are set in.

All measures are in ems of the text size. Between two neighbours stands what print asks for: kerning between
Latin letters, a little gap between a hanzi and a Latin letter or digit, and one blank instead of two where
full-width marks meet (W3C CLREQ, 3.1.6 and 3.2.2).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from planner.export.pdf.fonts import CLOSING, HAN, OPENING, WESTERN, Sort, Typeface, face

HAN_LATIN_GAP = 0.14
"""Between a hanzi and a Latin letter or digit, in ems of the hanzi; CLREQ asks for a quarter at most."""
HALF = 0.5
"""What a full-width mark can give up."""


class Piece(NamedTuple):
    """Glyphs of one face: the inside of a TJ array, the face's size and the place, in ems of the text."""

    face: int
    scale: float
    glyphs: str
    offset: float


class Word(NamedTuple):
    """A run that stays on one line, with the spaces after it."""

    width: float
    """Without the spaces after it."""
    space: float
    lead: float
    trail: float
    """How much of the first and of the last mark is blank and falls away at the edges of the line."""
    pieces: tuple[Piece, ...]
    first: Sort | None
    last: Sort | None
    """What its neighbours see of it; ``None`` where there is a space."""


@dataclass(slots=True)
class Words:
    """The words shaped so far. They are words of the record, so this goes when the record is closed."""

    _known: dict[tuple[Typeface, bool, float], dict[str, Word]] = field(default_factory=dict)

    def of(self, typeface: Typeface, chinese: bool, tracking: float) -> dict[str, Word]:
        """Those of one typeface, by their letters."""
        return self._known.setdefault((typeface, chinese, tracking), {})


def joint(left: Sort, right: Sort) -> float:
    """The space between two neighbours beyond their own widths, in ems of a hanzi."""
    if left.kind == HAN:
        return HAN_LATIN_GAP if right.kind == WESTERN else 0.0
    if left.kind == WESTERN:
        return HAN_LATIN_GAP if right.kind == HAN else 0.0
    if left.kind == CLOSING:  # two marks side by side share one blank
        return -HALF if right.kind in (CLOSING, OPENING) else 0.0
    return -HALF if left.kind == OPENING and right.kind == OPENING else 0.0


def between(left: Sort | None, right: Sort | None, typeface: Typeface) -> float:
    """The space between two neighbours in ems of the text; none beside a space."""
    if left is None or right is None:
        return 0.0
    if left.kind == right.kind and left.kind not in (OPENING, CLOSING):
        return 0.0
    return joint(left, right) * typeface.han_scale


def shape_word(typeface: Typeface, raw: str, *, chinese: bool, tracking: float = 0.0) -> Word:
    """Measure a word letter by letter. ``tracking`` is added after each, in ems."""
    sorts = typeface.sorts(raw, chinese=chinese)
    end = len(raw.rstrip(" \n"))
    pieces: list[Piece] = []
    glyphs: list[str] = []
    width = inside = offset = scale = 0.0
    previous: Sort | None = None
    current = -1
    for i, sort in enumerate(sorts):
        if i == end:
            inside = width
        if not sort.code or raw[i] == "\n":
            continue
        apart = between(previous, sort, typeface)
        if sort.face != current:
            if glyphs:
                pieces.append(Piece(current, scale, _joined(glyphs), offset))
            current, glyphs, offset = sort.face, [], width
            scale = typeface.scale(current)
        elif previous is not None and sort.kind != HAN:
            kern = face(current).kern(previous.glyph, sort.glyph)
            if kern:
                apart += kern * scale / 1000
        if apart:
            glyphs.append(f">{-apart * 1000 / scale:.0f}<")
        glyphs.append(sort.code)
        width += apart + sort.advance + tracking
        previous = sort
    if glyphs:
        pieces.append(Piece(current, scale, _joined(glyphs), offset))
    if end == len(raw):
        inside = width
    blank = HALF * typeface.han_scale
    lead = blank if end and sorts[0].kind == OPENING else 0.0
    trail = blank if end and sorts[end - 1].kind == CLOSING else 0.0
    last = sorts[-1] if end == len(raw) else None
    return Word(inside, width - inside, lead, trail, tuple(pieces), sorts[0], last)


def _joined(glyphs: list[str]) -> str:
    """``["0041", ">-12<", "0042"]`` as the inside of a TJ array: ``<0041>-12<0042>``."""
    inside = f"<{''.join(glyphs)}>"
    return inside[2:] if inside.startswith("<>") else inside
