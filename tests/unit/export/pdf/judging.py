"""A printed copy, judged as a reader with a ruler would: what it finds wrong, each in a line.

Nothing here knows what the copy is about, so it serves for every journey, audience and paper.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from planner.export.pdf.paper import Paper, sheet
from tests.unit.export.pdf.reading import ARTIFACT, Frame, Line, Page, open_pdf, read, structure

NO_START = "，。；：？！、）》〉」』”’…—⸺％"
NO_END = "（《〈「『“‘"
NEVER_PARTED = [
    r"\d{1,2}:\d{2}",
    r"\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: \d{4})?",
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日",
    r"CNY [\d,.]+",
    r"\d+(?:\.\d+)? Gy\(RBE\)",
    r"\d[A-Z]\d{4}",
    r"\+\d{2} \d+ \d+ \d+",
    r"(?:第\s?)?\d+(?:次|天|晚|室|层|号楼)",
]
#: The smallest frame that holds text, in points: not a bar, not a box to tick.
_FRAME = 40.0
_HEADINGS = ("H1", "H2", "H3")
#: What is never parted by the end of a page, whatever is in it.
_WHOLE = ("TR", "TH", "TD", "Figure", *_HEADINGS)


class Copy:
    """A PDF that was printed on ``paper``, read back once."""

    def __init__(self, data: bytes, paper: Paper) -> None:
        self.data = data
        self.paper = paper

    @cached_property
    def pages(self) -> list[Page]:
        return read(self.data)

    @cached_property
    def nodes(self) -> list[tuple[str, tuple[tuple[int, int], ...]]]:
        """Every element of the structure: its tag, and the marks of all its content."""
        with open_pdf(self.data) as pdf:
            return [(node.tag, tuple(node.marks())) for node in structure(pdf).walk()]

    def judge(self) -> list[str]:
        """Everything that is wrong with it."""
        return [
            *self.outside_margins(),
            *self.missing_glyphs(),
            *self.outside_frames(),
            *self.overlaps(),
            *self.forbidden_breaks(),
            *self.parted_runs(),
            *self.stranded_headings(),
            *self.split_rows(),
            *self.unnumbered_pages(),
        ]

    # -- places ----------------------------------------------------------------------------------------

    def outside_margins(self) -> Iterator[str]:
        measure = sheet(self.paper)
        for number, line in self._lines():
            if line.ink_start < measure.side - 2 or line.ink_end > measure.width - measure.side + 0.6:
                yield f"page {number}: beyond the side margins: {line.text}"
            if not 12 <= line.y <= measure.height - 12:
                yield f"page {number}: beyond the head or the foot: {line.text}"

    def outside_frames(self) -> Iterator[str]:
        for number, page in enumerate(self.pages, 1):
            frames = [f for f in page.frames if f[2] - f[0] > _FRAME and f[3] - f[1] > _FRAME / 3]
            for line in page.lines:
                if not line.text.strip():
                    continue
                for frame in frames:
                    if _starts_in(line, frame) and not _is_in(line, frame):
                        yield f"page {number}: leaves its box: {line.text}"

    def overlaps(self) -> Iterator[str]:
        for number, page in enumerate(self.pages, 1):
            boxes = sorted((_box(line) for line in page.lines if line.text.strip()), key=lambda box: box[1])
            for i, one in enumerate(boxes):
                for other in boxes[i + 1 :]:
                    if other[1] >= one[3]:
                        break
                    if one[2] > other[0] + 0.3 and other[2] > one[0] + 0.3:
                        yield f"page {number}: one upon the other: {one[4]} / {other[4]}"

    # -- letters and lines -----------------------------------------------------------------------------

    def missing_glyphs(self) -> Iterator[str]:
        for number, line in self._lines():
            if line.missing:
                yield f"page {number}: glyphs that the file does not hold: {line.text}"

    def forbidden_breaks(self) -> Iterator[str]:
        for lines in self.paragraphs():
            for before, after in pairwise(lines):
                if after.strip() and after.lstrip()[0] in NO_START:
                    yield f"a line starts with a mark that must not: {before} | {after}"
                if before.strip() and before.rstrip()[-1] in NO_END:
                    yield f"a line ends with a mark that must not: {before} | {after}"

    def parted_runs(self) -> Iterator[str]:
        for lines in self.paragraphs():
            ends, at = set(), 0
            for line in lines[:-1]:
                at += len(line)
                ends.add(at)
            for pattern in NEVER_PARTED:
                for match in re.finditer(pattern, "".join(lines)):
                    if ends & set(range(match.start() + 1, match.end())):
                        yield f"parted: {match.group()} in {' | '.join(lines)}"

    def paragraphs(self) -> Iterator[list[str]]:
        """The lines of each paragraph that has several, whatever languages and styles are in it."""
        drawn: dict[tuple[int, int], list[Line]] = defaultdict(list)
        for number, line in self._lines():
            if line.mark is not None and line.mark != ARTIFACT:
                drawn[number - 1, line.mark].append(line)
        for tag, marks in self.nodes:
            if tag != "P":
                continue
            rows: dict[tuple[int, float], str] = {}
            for mark in marks:
                for line in drawn[mark]:
                    place = (line.page, round(line.y, 1))
                    rows[place] = rows.get(place, "") + line.text
            if len(rows) > 1:
                yield list(rows.values())

    # -- pages -----------------------------------------------------------------------------------------

    def stranded_headings(self) -> Iterator[str]:
        headings = {mark for tag, marks in self.nodes if tag in _HEADINGS for mark in marks}
        for number, page in enumerate(self.pages, 1):
            content = [line for line in page.lines if line.mark is not None and line.mark != ARTIFACT]
            if content and (number - 1, content[-1].mark) in headings:
                yield f"page {number}: a heading is the last thing: {content[-1].text}"

    def split_rows(self) -> Iterator[str]:
        for tag, marks in self.nodes:
            if tag in _WHOLE and len({page for page, _ in marks}) > 1:
                yield f"a {tag} goes over the end of page {min(marks)[0] + 1}"

    def unnumbered_pages(self) -> Iterator[str]:
        for number, page in enumerate(self.pages, 1):
            furniture = [line.text for line in page.lines if line.mark == ARTIFACT]
            if f"{number} / {len(self.pages)}" not in furniture:
                yield f"page {number}: does not say which it is"

    def _lines(self) -> Iterator[tuple[int, Line]]:
        for number, page in enumerate(self.pages, 1):
            for line in page.lines:
                yield number, line


def _box(line: Line) -> tuple[float, float, float, float, str]:
    """Left, bottom, right, top of the letters of a line, and its words."""
    return line.ink_start, line.y - 0.1 * line.size, line.ink_end, line.y + 0.62 * line.size, line.text


def _starts_in(line: Line, frame: Frame) -> bool:
    return frame[0] <= line.ink_start <= frame[2] and frame[1] <= line.y + 0.3 * line.size <= frame[3]


def _is_in(line: Line, frame: Frame) -> bool:
    left, bottom, right, top, _ = _box(line)
    return left >= frame[0] and right <= frame[2] + 0.3 and bottom >= frame[1] and top <= frame[3]
