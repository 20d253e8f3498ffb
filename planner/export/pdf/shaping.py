"""Text cut into the pieces a line is made of, each measured and ready to draw.

An atom is a run that stays on one line. It knows its width, the space after it, the little gap that parts it
from the atom before when both are on one line (between hanzi and Latin), and how much of its first or last
full-width mark is blank and may be given up at the edge of the column or beside another mark (CLREQ 3.1.6).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple
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


class Piece(NamedTuple):
    """Glyphs of one span and one face: the inside of a TJ array, and the size to set it at."""

    span: int
    face: int
    size: float
    glyphs: str
    offset: float
    """From the start of its atom."""


class Word(NamedTuple):
    """An atom wherever it stands. Measures are in points."""

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


class Atom(NamedTuple):
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


def shape(spans: tuple[Span, ...], hold: Hold = Hold.RUNS, words: Words | None = None) -> Shaped:
    """Cut spans into atoms and measure them; ``words`` remembers those that were measured before."""
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
    cutter = _Cutter(spans, texts, words or Words())
    atoms: list[Atom] = []
    start = 0
    before: Sort | None = None
    count = len(text)
    for end in range(1, count + 1):
        if end == count or flags[end]:
            raw = text[start:end]
            word = cutter.word(raw, start, end)
            gap = cutter.gap(before, word, start)
            width, space, lead, trail, pieces, _first, before = word
            atoms.append(Atom(start, end, width, space, gap, lead, trail, pieces, raw[-1] == "\n"))
            start = end
    return Shaped(text, tuple(atoms), cutter.drawn())


@dataclass(slots=True)
class Words:
    """The words shaped so far, by style: the same word in the same style is measured once.

    It holds words of the record, so it goes when the record is closed.
    """

    _known: dict[tuple[TextStyle, bool], dict[tuple[str, int], Word]] = field(default_factory=dict)

    def of(self, span: Span) -> dict[tuple[str, int], Word]:
        """Those in a span's style, by their letters and the number of the span."""
        return self._known.setdefault((span.style, span.lang.startswith("zh")), {})


class _Cutter:
    """Shapes the words of one paragraph."""

    def __init__(self, spans: tuple[Span, ...], texts: list[str], words: Words) -> None:
        self._spans = spans
        self._texts = texts
        self._owners = [number for number, text in enumerate(texts) for _ in text]
        self._memory = [words.of(span) for span in spans]

    def word(self, raw: str, start: int, end: int) -> Word:
        owner = self._owners[start]
        if owner == self._owners[end - 1]:
            return self._part(raw, owner)
        parts: list[Word] = []
        at = start
        while at < end:
            owner = self._owners[at]
            to = at
            while to < end and self._owners[to] == owner:
                to += 1
            parts.append(self._part(raw[at - start : to - start], owner))
            at = to
        return self._joined(parts)

    def _part(self, raw: str, owner: int) -> Word:
        known = self._memory[owner]
        found = known.get((raw, owner))
        if found is None:
            found = known[raw, owner] = _shape_word(self._spans[owner], raw, owner)
        return found

    def _joined(self, parts: list[Word]) -> Word:
        """A word that goes over several spans."""
        pieces: list[Piece] = []
        width = 0.0
        before: Sort | None = None
        for part in parts:
            width += self._between(before, part.first, self._spans[part.pieces[0].span if part.pieces else 0])
            pieces += [piece._replace(offset=piece.offset + width) for piece in part.pieces]
            width += part.width + part.space
            before = part.last
        end = parts[-1]
        return Word(
            width - end.space, end.space, parts[0].lead, end.trail, tuple(pieces), parts[0].first, end.last
        )

    def gap(self, before: Sort | None, word: Word, start: int) -> float:
        return self._between(before, word.first, self._spans[self._owners[start]])

    @staticmethod
    def _between(left: Sort | None, right: Sort | None, span: Span) -> float:
        if left is None or right is None:
            return 0.0
        if left.kind == right.kind and left.kind not in (OPENING, CLOSING):
            return 0.0
        return joint(left, right) * span.style.size * span.style.typeface.han_scale

    def drawn(self) -> tuple[tuple[int, frozenset[str]], ...]:
        used: dict[int, set[str]] = {}
        for span, text in zip(self._spans, self._texts, strict=True):
            characters = "".join(set(text))
            for sort in span.style.typeface.sorts(characters, chinese=span.lang.startswith("zh")):
                if sort.code:
                    used.setdefault(sort.face, set()).add(sort.drawn)
        return tuple((index, frozenset(chars)) for index, chars in sorted(used.items()))


def joint(left: Sort, right: Sort) -> float:
    """The space between two neighbours beyond their own widths, in ems of a hanzi."""
    if left.kind == HAN:
        return HAN_LATIN_GAP if right.kind == WESTERN else 0.0
    if left.kind == WESTERN:
        return HAN_LATIN_GAP if right.kind == HAN else 0.0
    if left.kind == CLOSING:  # two marks side by side share one blank
        return -_HALF if right.kind in (CLOSING, OPENING) else 0.0
    return -_HALF if left.kind == OPENING and right.kind == OPENING else 0.0


def _shape_word(span: Span, raw: str, owner: int) -> Word:
    """Measure a word and its spaces, letter by letter, with kerning and the gaps inside it."""
    style = span.style
    typeface = style.typeface
    points = style.size
    sorts = typeface.sorts(raw, chinese=span.lang.startswith("zh"))
    end = len(raw.rstrip(" \n"))
    pieces: list[Piece] = []
    glyphs: list[str] = []
    width = inside = offset = size = 0.0
    previous: Sort | None = None
    current = -1
    for i, sort in enumerate(sorts):
        if i == end:
            inside = width
        if not sort.code or raw[i] == "\n":
            continue
        between = 0.0
        if previous is not None:
            if previous.kind != sort.kind or previous.kind in (OPENING, CLOSING):
                between = joint(previous, sort) * points * typeface.han_scale
            if sort.face == current and sort.kind != HAN:
                between += face(current).kern(previous.glyph, sort.glyph) * size / 1000
        if sort.face != current:
            if glyphs:
                pieces.append(Piece(owner, current, size, _joined(glyphs), offset))
            current, glyphs, offset = sort.face, [], width
            size = points * typeface.scale(current)
        if between:
            glyphs.append(f">{-between * 1000 / size:.0f}<")
        glyphs.append(sort.code)
        width += between + (sort.advance + style.tracking) * points
        previous = sort
    if glyphs:
        pieces.append(Piece(owner, current, size, _joined(glyphs), offset))
    if end == len(raw):
        inside = width
    blank = _HALF * points * typeface.han_scale
    lead = blank if end and sorts[0].kind == OPENING else 0.0
    trail = blank if end and sorts[end - 1].kind == CLOSING else 0.0
    last = sorts[-1] if end == len(raw) else None
    return Word(inside, width - inside, lead, trail, tuple(pieces), sorts[0], last)


def _joined(glyphs: list[str]) -> str:
    """``["0041", ">-12<", "0042"]`` as the inside of a TJ array: ``<0041>-12<0042>``."""
    inside = f"<{''.join(glyphs)}>"
    return inside[2:] if inside.startswith("<>") else inside
