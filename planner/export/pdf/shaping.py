"""Text cut into the pieces a line is made of, each measured and ready to draw.

An atom is a run that stays on one line. It knows its width, the space after it, the little gap that parts it
from the atom before when both are on one line (between hanzi and Latin), and how much of its first or last
full-width mark is blank and may be given up at the edge of the column or beside another mark (CLREQ 3.1.6).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from unicodedata import combining, normalize

from planner.export.pdf.fonts import CLOSING, HAN, OPENING, WESTERN, Sort, face
from planner.export.pdf.linebreak import MAY, MUST, NO, opportunities
from planner.export.pdf.style import TextStyle
from planner.export.pdf.unbreakable import runs

HAN_LATIN_GAP = 0.14
"""Space between a hanzi and a Latin letter or digit, in ems; CLREQ asks for a quarter at most."""
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style and one language; ``link`` is a URI it leads to."""

    text: str
    style: TextStyle
    lang: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one span and one face: the inside of a TJ array, and the size to set it at."""

    span: int
    face: int
    size: float
    glyphs: str
    offset: float
    """From the start of its atom."""


@dataclass(frozen=True, slots=True)
class Atom:
    """What stays together on a line. Measures are in points."""

    start: int
    end: int
    """Offsets in the paragraph's text, with the spaces after it."""
    width: float
    """Without the spaces after it."""
    space: float
    gap: float
    """From the atom before, if that is on the same line; negative where two marks share their blanks."""
    lead: float
    trail: float
    """How much of the first and of the last mark is blank and falls away at the edges of the line."""
    pieces: tuple[Piece, ...]
    must: bool
    """The line ends after it."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A paragraph's text as atoms, and the characters that it draws with each face."""

    text: str
    atoms: tuple[Atom, ...]
    drawn: tuple[tuple[int, frozenset[str]], ...]


def normalised(text: str, lang: str) -> str:
    """The text as it is set: composed letters, no tabs, a Chinese dash as one stroke."""
    text = normalize("NFC", text).replace("\t", " ")
    return text.replace("——", "⸺") if lang.startswith("zh") else text


class Hold(Enum):
    """What stays together when text is cut into atoms."""

    RUNS = "runs"
    """Words, and runs such as dates, times and telephone numbers."""
    WORDS = "words"
    """What the Unicode rules keep together: the way out for a run that is wider than the column."""
    LETTERS = "letters"
    """Each letter with its marks: the way out for a word that is wider than the column."""


def shape(spans: tuple[Span, ...], hold: Hold = Hold.RUNS) -> Shaped:
    """Cut spans into atoms and measure them."""
    texts = [normalised(span.text, span.lang) for span in spans]
    text = "".join(texts)
    flags = opportunities(text, chinese=spans[0].lang.startswith("zh") if spans else False)
    if hold is Hold.LETTERS:
        for i in range(1, len(text)):
            if not flags[i] and text[i] not in " \n" and not combining(text[i]):
                flags[i] = MAY
    elif hold is Hold.RUNS:
        for start, end in runs(text):
            for i in range(start + 1, end):
                if flags[i] != MUST:
                    flags[i] = NO
    sorts: list[Sort] = []
    owners: list[int] = []
    for number, (span, piece) in enumerate(zip(spans, texts, strict=True)):
        sorts += span.style.typeface.sorts(piece, chinese=span.lang.startswith("zh"))
        owners += [number] * len(piece)
    atoms = []
    start = 0
    before: Sort | None = None
    for end in range(1, len(text) + 1):
        if end == len(text) or flags[end]:
            atom = _atom(spans, text, sorts, owners, start, end, before)
            atoms.append(atom)
            before = sorts[end - 1] if text[end - 1] not in " \n" else None
            start = end
    used: dict[int, set[str]] = {}
    for sort in sorts:
        if sort.code:
            used.setdefault(sort.face, set()).add(sort.drawn)
    drawn = tuple((index, frozenset(chars)) for index, chars in sorted(used.items()))
    return Shaped(text, tuple(atoms), drawn)


def joint(left: Sort, right: Sort) -> float:
    """The space between two neighbours beyond their own widths, in ems of a hanzi."""
    if left.kind == HAN:
        return HAN_LATIN_GAP if right.kind == WESTERN else 0.0
    if left.kind == WESTERN:
        return HAN_LATIN_GAP if right.kind == HAN else 0.0
    if left.kind == CLOSING:  # two marks side by side share one blank
        return -_HALF if right.kind in (CLOSING, OPENING) else 0.0
    return -_HALF if left.kind == OPENING and right.kind == OPENING else 0.0


def _atom(
    spans: tuple[Span, ...],
    text: str,
    sorts: list[Sort],
    owners: list[int],
    start: int,
    end: int,
    before: Sort | None,
) -> Atom:
    last = end
    while last > start and text[last - 1] in " \n":
        last -= 1
    pieces: list[Piece] = []
    glyphs: list[str] = []
    width = space = 0.0
    previous = before
    gap = 0.0
    owner, current, size, offset = -1, -1, 0.0, 0.0
    for i in range(start, end):
        sort = sorts[i]
        if not sort.code or text[i] == "\n":
            continue
        span = spans[owners[i]]
        style = span.style
        between = 0.0
        if previous is not None and (previous.kind != sort.kind or previous.kind in (OPENING, CLOSING)):
            between = joint(previous, sort) * style.size * style.typeface.han_scale
        if i == start:
            gap, between = between, 0.0
        if owners[i] != owner or sort.face != current:
            if glyphs:
                pieces.append(Piece(owner, current, size, _joined(glyphs), offset))
            owner, current, glyphs, offset = owners[i], sort.face, [], width + space
            size = style.size * style.typeface.scale(current)
        elif previous is not None and sort.kind != HAN and i > start:
            kern = face(current).kern(previous.glyph, sort.glyph)
            between += kern * size / 1000
        if between:
            glyphs.append(f">{-between * 1000 / size:.0f}<")
        glyphs.append(sort.code)
        advance = between + sort.advance * style.size + style.tracking * style.size
        if i < last:
            width += advance
        else:
            space += advance
        previous = sort
    if glyphs:
        pieces.append(Piece(owner, current, size, _joined(glyphs), offset))
    lead = trail = 0.0
    if last > start:
        if sorts[start].kind == OPENING:
            lead = _blank(spans[owners[start]].style)
        if sorts[last - 1].kind == CLOSING:
            trail = _blank(spans[owners[last - 1]].style)
    must = end > last and text[end - 1] == "\n"
    return Atom(start, end, width, space, gap, lead, trail, tuple(pieces), must)


def _blank(style: TextStyle) -> float:
    return _HALF * style.size * style.typeface.han_scale


def _joined(glyphs: list[str]) -> str:
    """``["0041", ">-12<", "0042"]`` as the inside of a TJ array: ``<0041>-12<0042>``."""
    inside = f"<{''.join(glyphs)}>"
    return inside[2:] if inside.startswith("<>") else inside
