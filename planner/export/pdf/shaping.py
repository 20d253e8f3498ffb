"""Text cut into atoms, the runs that stay on one line, each measured and ready to draw.

An atom knows its width, the space after it, the little gap that parts it from the atom before when both are
on one line, and how much of its first or last full-width mark is blank and may be given up at the edge of the
column.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple
from unicodedata import combining, normalize

from planner.export.pdf.fonts import Sort, Typeface
from planner.export.pdf.linebreak import MAY, MUST, NO, opportunities
from planner.export.pdf.style import TextStyle
from planner.export.pdf.unbreakable import runs
from planner.export.pdf.unshown import with_readings
from planner.export.pdf.words import Piece, Word, Words, between, shape_word


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style and one language; ``link`` is a URI it leads to."""

    text: str
    style: TextStyle
    lang: str
    link: str | None = None


class Share(NamedTuple):
    """What one span has of an atom: its glyphs, and where they start from the atom's own start, in points."""

    span: int
    offset: float
    pieces: tuple[Piece, ...]


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
    shares: tuple[Share, ...]
    must: bool
    """The line ends after it."""


Drawn = tuple[Typeface, bool, str]
"""Text that is drawn in a typeface, and whether it is set as Chinese."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A paragraph's text as atoms, and what it draws."""

    text: str
    atoms: tuple[Atom, ...]
    drawn: tuple[Drawn, ...]


def normalised(text: str, lang: str) -> str:
    """The text as it is set: composed letters, no tabs, a Chinese dash as one stroke, no hanzi unshown."""
    chinese = lang.startswith("zh")
    text = with_readings(normalize("NFC", text).replace("\t", " "), chinese=chinese)
    return text.replace("——", "⸺") if chinese else text


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
            atom, before = cutter.atom(text[start:end], start, end, before)
            atoms.append(atom)
            start = end
    drawn = tuple(
        (span.style.typeface, span.lang.startswith("zh"), piece)
        for span, piece in zip(spans, texts, strict=True)
    )
    return Shaped(text, tuple(atoms), drawn)


class _Cutter:
    """Makes the atoms of one paragraph."""

    def __init__(self, spans: tuple[Span, ...], texts: list[str], words: Words) -> None:
        self._spans = spans
        self._owners = [number for number, text in enumerate(texts) for _ in text] if len(texts) > 1 else []
        self._known = [
            words.of(span.style.typeface, span.lang.startswith("zh"), span.style.tracking) for span in spans
        ]

    def atom(self, raw: str, start: int, end: int, before: Sort | None) -> tuple[Atom, Sort | None]:
        """The atom of ``raw``, and what the next one sees of it."""
        must = raw[-1] == "\n"
        owner = 0
        if self._owners:
            owner = self._owners[start]
            if owner != self._owners[end - 1]:
                return self._shared(raw, start, end, before, must)
        word = self._word(raw, owner)
        style = self._spans[owner].style
        size = style.size
        gap = between(before, word.first, style.typeface) * size
        width, space, lead, trail, pieces, _first, last = word
        shares = (Share(owner, 0.0, pieces),)
        atom = Atom(start, end, width * size, space * size, gap, lead * size, trail * size, shares, must)
        return atom, last

    def _word(self, raw: str, owner: int) -> Word:
        known = self._known[owner]
        found = known.get(raw)
        if found is None:
            span = self._spans[owner]
            style = span.style
            chinese = span.lang.startswith("zh")
            found = known[raw] = shape_word(style.typeface, raw, chinese=chinese, tracking=style.tracking)
        return found

    def _shared(
        self, raw: str, start: int, end: int, before: Sort | None, must: bool
    ) -> tuple[Atom, Sort | None]:
        """An atom that goes over several spans."""
        shares: list[Share] = []
        at = start
        width = gap = lead = trail = space = 0.0
        while at < end:
            owner = self._owners[at]
            to = at
            while to < end and self._owners[to] == owner:
                to += 1
            word = self._word(raw[at - start : to - start], owner)
            style = self._spans[owner].style
            apart = between(before, word.first, style.typeface) * style.size
            if at == start:
                gap, lead = apart, word.lead * style.size
            else:
                width += space + apart
            shares.append(Share(owner, width, word.pieces))
            width += word.width * style.size
            space, trail = word.space * style.size, word.trail * style.size
            before = word.last
            at = to
        return Atom(start, end, width, space, gap, lead, trail, tuple(shares), must), before
