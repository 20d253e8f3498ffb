"""Atoms fitted into lines: as few lines as possible, and among those the ones that look most even.

A short paragraph is one line. Otherwise every way to break it into the fewest lines is weighed: the blank at
the ends of the lines squared, and a last line that holds next to nothing costs extra (CLREQ and every style
manual ask not to leave a word or a single hanzi alone). Nothing ever hangs outside the column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.export.pdf.shaping import Atom, Drawn, Hold, Shaped, Span, shape

_LONELY = 0.14
"""A last line shorter than this part of the column looks like a mistake."""
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its atoms, and where its ink starts and ends relative to the column's left edge."""

    atoms: tuple[Atom, ...]
    width: float
    """Without the blanks that fall away at both ends."""

    @property
    def lead(self) -> float:
        """The blank at the start that moves left out of the column."""
        return self.atoms[0].lead if self.atoms else 0.0


@dataclass(frozen=True, slots=True)
class Setting:
    """A paragraph set to a width."""

    text: str
    lines: tuple[Line, ...]
    drawn: tuple[Drawn, ...]

    @property
    def width(self) -> float:
        """Of the longest line."""
        return max((line.width for line in self.lines), default=0.0)


def set_paragraph(spans: tuple[Span, ...], shaped: Shaped, width: float) -> Setting:
    """Fit ``shaped``, which is ``spans`` cut into atoms, into lines of at most ``width`` points.

    A run that is wider than the column is broken where Unicode allows it, and if it has no such place,
    anywhere: a long name or address is broken, but never runs off the page.
    """
    if any(atom.width - atom.lead - atom.trail > width + _TOLERANCE for atom in shaped.atoms):
        shaped = _loosened(spans, shaped, width)
    lines: list[Line] = []
    first = 0
    for i, atom in enumerate(shaped.atoms, 1):
        if atom.must or i == len(shaped.atoms):
            lines += _fit(shaped.atoms[first:i], width)
            first = i
    return Setting(shaped.text, tuple(lines), shaped.drawn)


def _visible(atoms: Sequence[Atom]) -> float:
    first, last = atoms[0], atoms[-1]
    total = sum(atom.width + atom.space + atom.gap for atom in atoms)
    return total - first.gap - first.lead - last.space - last.trail


def _fit(atoms: tuple[Atom, ...], width: float) -> list[Line]:
    if not atoms:
        return []
    whole = _visible(atoms)
    if whole <= width + _TOLERANCE or len(atoms) == 1:
        return [Line(atoms, whole)]
    lines = []
    end = len(atoms)
    starts = _best_starts(atoms, width + _TOLERANCE)
    while end:
        start = starts[end]
        part = atoms[start:end]
        lines.append(Line(part, _visible(part)))
        end = start
    return lines[::-1]


def _best_starts(atoms: tuple[Atom, ...], width: float) -> list[int]:
    """For each end of a line the best start of it, as an index of atoms."""
    count = len(atoms)
    best: list[tuple[int, float]] = [(0, 0.0)] + [(count + 1, 0.0)] * count
    starts = [0] * (count + 1)
    give_up = width + 2 * max(atom.lead for atom in atoms)
    for end in range(1, count + 1):
        last = atoms[end - 1]
        total = -last.space - last.trail
        chosen = (count + 2, 0.0)
        for start in range(end - 1, -1, -1):
            atom = atoms[start]
            total += atom.width + atom.space
            length = total - atom.lead
            if length <= width or start == end - 1:
                lines, cost = best[start]
                candidate = (lines + 1, cost + _badness(length / width, end == count))
                if candidate < chosen:
                    chosen, starts[end] = candidate, start
            elif length > give_up:
                break
            total += atom.gap
        best[end] = chosen
    return starts


def _badness(filled: float, last: bool) -> float:
    if last:
        return 0.0 if filled >= _LONELY else 4 * (_LONELY - filled)
    return (1 - filled) ** 2


def _loosened(spans: tuple[Span, ...], shaped: Shaped, width: float) -> Shaped:
    """The same text with every atom that is too wide parted, first at Unicode's places, then anywhere."""
    atoms = shaped.atoms
    for hold in (Hold.WORDS, Hold.LETTERS):
        inner = None
        parted: list[Atom] = []
        for atom in atoms:
            if atom.width - atom.lead - atom.trail <= width + _TOLERANCE:
                parted.append(atom)
                continue
            if inner is None:
                inner = shape(spans, hold).atoms
            parted += [part for part in inner if atom.start <= part.start < atom.end]
        atoms = tuple(parted)
    return Shaped(shaped.text, atoms, shaped.drawn)
