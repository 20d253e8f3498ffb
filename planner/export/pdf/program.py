"""A laid-out node turned into what a page needs to draw it anywhere, any number of times.

Coordinates are relative to the node's top left corner, so the same program serves wherever the node comes to
stand. Marked-content numbers and structure elements are added when it is drawn, since they are the page's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from planner.export.pdf.fonts import Typeface
from planner.export.pdf.nodes import ARTIFACT, Bookmark, Group, Ink, Node, Text
from planner.export.pdf.paragraph import Line
from planner.export.pdf.style import TextStyle

Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Open:
    """Begin an element of the structure."""

    tag: str
    lang: str = ""
    alt: str = ""
    scope: str = ""
    spans: tuple[int, int] = (1, 1)
    box: Rect | None = None


@dataclass(frozen=True, slots=True)
class Close:
    """End the element begun last."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Content of the open element."""

    operators: str


@dataclass(frozen=True, slots=True)
class Unmeant:
    """Ink without meaning."""

    operators: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text in one span, over one or more lines."""

    span: int
    lang: str
    link: str | None
    operators: str
    struck: bool = False
    """Whether a line goes through it."""


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph: an element of its own if it has a ``tag``, else content of the open one."""

    tag: str
    lang: str
    segments: tuple[Segment, ...]
    links: tuple[tuple[int, Rect, str], ...]
    """The span, the place and the words of each piece of a link."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bookmark leads."""

    bookmark: Bookmark
    y: float


_STRUCK_AT = 0.3
"""How far above the letters' feet a line through them goes, in ems: through hanzi and small letters."""

Step = Open | Close | Mark | Unmeant | Said | Place


@dataclass(slots=True)
class Program:
    """Steps in reading order, the characters they draw in each typeface, and the icons they draw."""

    steps: list[Step] = field(default_factory=list)
    drawn: dict[tuple[Typeface, bool], set[str]] = field(default_factory=dict)
    icons: set[str] = field(default_factory=set)


def program(node: Node) -> Program:
    """Turn a node into steps."""
    made = Program()
    _add(node, 0.0, 0.0, made)
    return made


def picture(node: Node) -> tuple[str, Program]:
    """A node as bare ink, for artifacts: the operators, and a program that names the characters drawn."""
    made = Program()
    return "\n".join(_paint(node, 0.0, 0.0, made)), made


def _add(node: Node, x: float, y: float, made: Program) -> None:
    if isinstance(node, Text):
        _add_text(node, x, y, made)
    elif isinstance(node, Ink):
        made.steps.append(Unmeant(_ink(node, x, y, made)))
    elif node.tag == ARTIFACT:
        made.steps.append(Unmeant("\n".join(_paint(node, x, y, made))))
    else:
        _add_group(node, x, y, made)


def _add_group(group: Group, x: float, y: float, made: Program) -> None:
    if group.bookmark:
        made.steps.append(Place(group.bookmark, -y))
    if not group.tag:
        for kid in group.kids:
            _add(kid.node, x + kid.x, y + kid.y, made)
        return
    figure = group.tag == "Figure"
    box = (x, -y - group.height, x + group.width, -y) if figure else None
    made.steps.append(Open(group.tag, group.lang, group.alt, group.scope, group.spans, box))
    if figure:
        made.steps.append(Mark("\n".join(_paint(group, x, y, made))))
    else:
        for kid in group.kids:
            _add(kid.node, x + kid.x, y + kid.y, made)
    made.steps.append(Close())


def _paint(node: Node, x: float, y: float, made: Program) -> Iterator[str]:
    if isinstance(node, Text):
        _note_drawn(node, made)
        for segment in _segments(node, x, y):
            yield segment.operators
    elif isinstance(node, Ink):
        yield _ink(node, x, y, made)
    else:
        for kid in node.kids:
            yield from _paint(kid.node, x + kid.x, y + kid.y, made)


def _ink(node: Ink, x: float, y: float, made: Program) -> str:
    if node.icon:
        made.icons.add(node.icon)
    return f"q 1 0 0 1 {x:.2f} {-y:.2f} cm\n{node.operators}\nQ"


# -- text ----------------------------------------------------------------------------------------------


def _add_text(text: Text, x: float, y: float, made: Program) -> None:
    if not text.setting.lines:
        return
    if text.bookmark:
        made.steps.append(Place(text.bookmark, -y))
    _note_drawn(text, made)
    links = tuple(_links(text, x, y)) if any(span.link for span in text.spans) else ()
    made.steps.append(Said(text.tag, text.spans[0].lang, tuple(_merged(_segments(text, x, y))), links))


def _merged(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Stretches that follow each other and mean the same, whatever they look like, as one."""
    held: Segment | None = None
    for segment in segments:
        plain = held and held.link is None is segment.link and held.struck is segment.struck is False
        if held and plain and held.lang == segment.lang:
            held = replace(held, operators=f"{held.operators}\n{segment.operators}")
            continue
        if held:
            yield held
        held = segment
    if held:
        yield held


def _note_drawn(text: Text, made: Program) -> None:
    for typeface, chinese, characters in text.setting.drawn:
        made.drawn.setdefault((typeface, chinese), set()).update(characters)


def _offset(text: Text, line: Line) -> float:
    if text.align == "left":
        return 0.0
    spare = text.width - line.width
    return spare if text.align == "right" else spare / 2


def _segments(text: Text, x: float, y: float) -> Iterator[Segment]:
    if not any(span.style.struck for span in text.spans):
        yield from _stretches(text, x, y)
        return
    strokes = _strokes(text, x, y)
    for segment in _stretches(text, x, y):
        if lines := strokes.get(segment.span):
            segment = replace(segment, operators="\n".join((segment.operators, *lines)), struck=True)
        yield segment


def _stretches(text: Text, x: float, y: float) -> Iterator[Segment]:
    current = -1
    parts: list[str] = []
    colour: tuple[float, float, float] | None = None  # colour and typeface stay from span to span
    face, size, em = -1, 0.0, 0.0
    from_x = from_y = 0.0
    style = text.spans[0].style
    leading = style.leading
    baseline = -y - leading / 2 - 0.36 * style.size
    for line in text.setting.lines:
        pen = x + _offset(text, line) - line.lead
        starts_line = True
        glyphs: list[str] = []
        for place, atom in enumerate(line.atoms):
            gap = atom.gap if place else 0.0
            pen += gap
            for span, offset, pieces in atom.shares:
                if span != current:
                    if glyphs:
                        parts.append(f"[{''.join(glyphs).replace('><', '')}]TJ")
                        glyphs = []
                    if parts:
                        yield _segment(text, current, parts)
                    current = span
                    style = text.spans[span].style
                    parts = [*_state(style, style.colour != colour), "BT"]
                    colour = style.colour
                    starts_line, from_x, from_y = True, 0.0, 0.0
                em = text.spans[span].style.size
                for piece_face, scale, code, inside in pieces:
                    if starts_line:
                        start, foot = round(pen + offset + inside * em, 2), round(baseline, 2)
                        parts.append(f"{round(start - from_x, 2):g} {round(foot - from_y, 2):g} Td")
                        starts_line, from_x, from_y = False, start, foot
                        gap = 0.0  # the place says it
                    if piece_face != face or scale * em != size:
                        if glyphs:
                            parts.append(f"[{''.join(glyphs).replace('><', '')}]TJ")
                            glyphs = []
                        face, size = piece_face, scale * em
                        parts.append(f"/F{face} {round(size, 2):g} Tf")
                    if gap:
                        glyphs.append(f"{-gap * 1000 / size:.0f}")
                        gap = 0.0
                    glyphs.append(code)
            pen += atom.width + atom.space
        if glyphs:
            parts.append(f"[{''.join(glyphs).replace('><', '')}]TJ")
        baseline -= leading
    if parts:
        yield _segment(text, current, parts)


def _segment(text: Text, number: int, parts: list[str]) -> Segment:
    span = text.spans[number]
    if span.style.tracking:
        parts.append("0 Tc")
    parts.append("ET")
    return Segment(number, span.lang, span.link, "\n".join(parts))


def _state(style: TextStyle, is_new_colour: bool) -> list[str]:
    state = ["{:.3g} {:.3g} {:.3g} rg".format(*style.colour)] if is_new_colour else []
    if style.tracking:
        state.append(f"{style.tracking * style.size:.3f} Tc")
    return state


def _strokes(text: Text, x: float, y: float) -> dict[int, list[str]]:
    """The lines through each struck span, one for each line of text it is on."""
    found: dict[int, list[str]] = {}
    first = text.spans[0].style
    baseline = -y - first.leading / 2 - 0.36 * first.size
    for line in text.setting.lines:
        pen = x + _offset(text, line) - line.lead
        ends: dict[int, tuple[float, float]] = {}
        for place, atom in enumerate(line.atoms):
            pen += atom.gap if place else 0.0
            end = atom.width - (atom.trail if place == len(line.atoms) - 1 else 0.0)
            stops = [*(share.offset for share in atom.shares[1:]), end]
            for share, stop in zip(atom.shares, stops, strict=True):
                left = ends.get(share.span, (pen + share.offset, 0.0))[0]
                ends[share.span] = (left, pen + stop)
            pen += atom.width + atom.space
        for number, (left, right) in ends.items():
            style = text.spans[number].style
            if style.struck:
                height = baseline + _STRUCK_AT * style.size
                found.setdefault(number, []).append(
                    "q {:.3g} {:.3g} {:.3g} RG {:.2f} w {:.2f} {:.2f} m {:.2f} {:.2f} l S Q".format(
                        *style.colour, 0.07 * style.size, left, height, right, height
                    )
                )
        baseline -= first.leading
    return found


def _links(text: Text, x: float, y: float) -> Iterator[tuple[int, Rect, str]]:
    """Where each linked span lies, line by line."""
    leading = text.spans[0].style.leading
    for row, line in enumerate(text.setting.lines):
        pen = x + _offset(text, line) - line.lead
        found: dict[int, tuple[float, float]] = {}
        for place, atom in enumerate(line.atoms):
            pen += atom.gap if place else 0.0
            for share in atom.shares:
                if text.spans[share.span].link:
                    left = found.get(share.span, (pen + share.offset, 0.0))[0]
                    found[share.span] = (left, pen + atom.width)
            pen += atom.width + atom.space
        top = -y - row * leading
        for number, (left, right) in found.items():
            yield number, (left, top - leading, right, top), text.setting.text
