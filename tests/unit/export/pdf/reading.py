"""Reads a PDF back: every line of every page with its place, and every element of the structure.

Written apart from the engine, over pikepdf: it interprets the content streams as a viewer does.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
Frame = tuple[float, float, float, float]
"""Left, bottom, right, top."""
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
ARTIFACT = -1
HALF_BLANK = "，。、；：？！）》〉」』】〕”’"
"""Full-width marks whose right half is blank."""


def multiply(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


@dataclass
class Font:
    """What is needed of a composite font: widths, characters, and which glyphs the file really holds."""

    widths: dict[int, float]
    characters: dict[int, str]
    glyph_map: bytes

    def has(self, code: int) -> bool:
        return self.glyph_map[2 * code : 2 * code + 2] not in (b"", b"\0\0")


@dataclass
class Line:
    """A stretch of text drawn from one place: its words, its place, and its marked-content number."""

    page: int
    mark: int | None
    """``ARTIFACT`` for page furniture, ``None`` for content that is not marked at all."""
    x: float
    y: float
    size: float
    text: str = ""
    end: float = 0.0
    ink_start: float = 0.0
    ink_end: float = 0.0
    """Where the last character that is not a space ends, without the blank half of a mark."""
    missing: list[int] = field(default_factory=list)


@dataclass
class Page:
    """A page read back."""

    lines: list[Line]
    unmarked: list[str]
    """Painting operators outside of any marked content."""
    marks: list[int]
    frames: list[Frame] = field(default_factory=list)
    """The closed shapes that were filled or stroked: panels, cards, bars, boxes to tick."""
    strokes: list[Frame] = field(default_factory=list)
    """The straight lines."""


def open_pdf(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def fonts_of(page: Any) -> dict[str, Font]:
    found = {}
    for name, font in page.Resources.Font.items():
        descendant = font.DescendantFonts[0]
        widths: dict[int, float] = {}
        flat = list(descendant.get("/W", []))
        for i in range(0, len(flat), 2):
            for j, width in enumerate(flat[i + 1]):
                widths[int(flat[i]) + j] = float(width)
        found[name] = Font(
            widths, _characters(font.ToUnicode.read_bytes()), descendant.CIDToGIDMap.read_bytes()
        )
    return found


def _characters(cmap: bytes) -> dict[int, str]:
    pairs = {}
    inside = False
    for line in cmap.decode("ascii").splitlines():
        if line.endswith("beginbfchar"):
            inside = True
        elif line == "endbfchar":
            inside = False
        elif inside:
            code, text = line.strip("<>").split("><")
            pairs[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return pairs


PATHS = {"m", "l", "c", "re", "h"}
PAINTING = {"f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "BI"}


def read_page(pdf: pikepdf.Pdf, number: int, fonts: dict[str, Font] | None = None) -> Page:
    page = pdf.pages[number]
    fonts = fonts if fonts is not None else fonts_of(page)
    ctm, stack = IDENTITY, []
    tm = IDENTITY
    font, size, tracking = "", 0.0, 0.0
    nesting: list[int | None] = []
    result = Page([], [], [])
    line: Line | None = None
    path: list[tuple[float, float]] = []
    closed = False
    for operands, operator in _operators(page, page):
        op = str(operator)
        if op in PATHS:
            points = _points(op, [float(v) for v in operands])
            path += [multiply((1, 0, 0, 1, *point), ctm)[4:] for point in points]
            closed |= op in ("re", "h")
            continue
        if op in ("S", "f", "B"):
            xs, ys = [x for x, _ in path], [y for _, y in path]
            box = (min(xs), min(ys), max(xs), max(ys))
            (result.frames if closed else result.strokes).append(box)
            path, closed = [], False
        if op == "q":
            stack.append((ctm, font, size, tracking))
        elif op == "Q":
            ctm, font, size, tracking = stack.pop()
        elif op == "cm":
            ctm = multiply(tuple(float(v) for v in operands), ctm)  # type: ignore[arg-type]
        elif op in ("BDC", "BMC"):
            nesting.append(_mark_of(operands))
            if isinstance(nesting[-1], int) and nesting[-1] != ARTIFACT:
                result.marks.append(nesting[-1])
        elif op == "EMC":
            nesting.pop()
        elif op == "BT":
            tm = IDENTITY
        elif op == "Td":
            tm = multiply((1, 0, 0, 1, float(operands[0]), float(operands[1])), tm)
            line = None
        elif op == "Tf":
            font, size = str(operands[0]), float(operands[1])
        elif op == "Tc":
            tracking = float(operands[0])
        elif op == "TJ":
            if line is None:
                place = multiply(tm, ctm)
                line = Line(number, nesting[-1] if nesting else None, place[4], place[5], size)
                line.end = line.ink_start = line.ink_end = line.x
                result.lines.append(line)
            _show(line, operands[0], fonts[font], size, tracking)
        if op in PAINTING and not any(mark is not None for mark in nesting):
            result.unmarked.append(op)
    assert not stack
    assert not nesting
    return result


def _operators(page: Any, of: Any) -> Iterator[tuple[Any, Any]]:
    """The operators of a page, with those of each text it draws by name in their place."""
    for operands, operator in pikepdf.parse_content_stream(of):
        drawn = page.Resources.XObject.get(operands[0]) if str(operator) == "Do" else None
        if drawn is not None and "/Resources" in drawn:
            yield from _operators(page, drawn)
        yield operands, operator


def _points(op: str, values: list[float]) -> list[tuple[float, float]]:
    if op == "re":
        x, y, width, height = values
        return [(x, y), (x + width, y + height)]
    return list(zip(values[::2], values[1::2], strict=True))


def _mark_of(operands: Any) -> int | None:
    if str(operands[0]) == "/Artifact":
        return ARTIFACT
    if len(operands) > 1 and "/MCID" in operands[1]:
        return int(operands[1]["/MCID"])
    return None


def _show(line: Line, array: Any, font: Font, size: float, tracking: float) -> None:
    for item in array:
        if isinstance(item, pikepdf.String):
            data = bytes(item)
            for i in range(0, len(data), 2):
                code = int.from_bytes(data[i : i + 2], "big")
                text = font.characters.get(code, "")
                if (
                    not line.text
                    and text
                    and text in "（《〈「『【〔“‘"
                    and font.widths.get(code, 1000) == 1000
                ):
                    line.ink_start += 0.5 * size
                if not text or not font.has(code):
                    line.missing.append(code)
                line.text += text
                line.end += font.widths.get(code, 1000) * size / 1000 + tracking
                if text.strip():
                    half_blank = text in HALF_BLANK and font.widths.get(code, 1000) == 1000
                    line.ink_end = line.end - (0.5 * size if half_blank else 0.0)
        else:
            line.end -= float(item) * size / 1000


def read(data: bytes) -> list[Page]:
    """Every page."""
    with open_pdf(data) as pdf:
        fonts = fonts_of(pdf.pages[0])
        return [read_page(pdf, i, fonts) for i in range(len(pdf.pages))]


@dataclass
class Node:
    """An element of the structure tree with its children: elements, (page, mark) pairs, annotations."""

    tag: str
    lang: str
    raw: Any
    kids: list[Node | tuple[int, int] | Any] = field(default_factory=list)

    def marks(self) -> Iterator[tuple[int, int]]:
        """The marks of all its content, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.marks()
            elif isinstance(kid, tuple):
                yield kid

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()


def structure(pdf: pikepdf.Pdf) -> Node:
    pages = {page.objgen: i for i, page in enumerate(pdf.pages)}
    return _node(pdf.Root.StructTreeRoot.K, "", pages)


def _node(raw: Any, lang: str, pages: dict[Any, int]) -> Node:
    lang = str(raw.get("/Lang", lang))
    node = Node(str(raw.S)[1:], lang, raw)
    kids = raw.get("/K")
    for kid in () if kids is None else kids if isinstance(kids, pikepdf.Array) else (kids,):
        if isinstance(kid, int):
            node.kids.append((pages[raw.Pg.objgen], kid))
        elif str(kid.get("/Type", "")) == "/MCR":
            node.kids.append((pages[kid.Pg.objgen], int(kid.MCID)))
        elif str(kid.get("/Type", "")) == "/OBJR":
            node.kids.append(kid)
        else:
            node.kids.append(_node(kid, lang, pages))
    return node


def text_in_order(data: bytes) -> list[str]:
    """The text of the whole document as the structure tree orders it, one string for each mark."""
    with open_pdf(data) as pdf:
        fonts = fonts_of(pdf.pages[0])
        marks: dict[tuple[int, int], str] = {}
        for i in range(len(pdf.pages)):
            for line in read_page(pdf, i, fonts).lines:
                if line.mark is not None and line.mark != ARTIFACT:
                    marks[i, line.mark] = marks.get((i, line.mark), "") + line.text
        return [marks.get(mark, "") for mark in structure(pdf).marks()]
