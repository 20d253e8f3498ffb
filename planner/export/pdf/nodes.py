"""What a laid-out page is made of: text set to a width, ink that decorates, and groups that mean something.

Nodes are finished and never change, so they may be kept and drawn again in the next rendering. Positions are
in points from the top left corner of the node around them, downwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from planner.export.pdf.paragraph import Setting
from planner.export.pdf.shaping import Span

Align = Literal["left", "right", "centre"]

ARTIFACT = "Artifact"
"""The tag of what is no content: page furniture, repeated table headers."""


@dataclass(frozen=True, slots=True, eq=False)
class Bookmark:
    """An entry of the outline; level 0 is the outermost."""

    title: str
    level: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A paragraph that has been set. It may consist of several spans, in several languages."""

    setting: Setting
    spans: tuple[Span, ...]
    width: float
    """Of the column, for alignment."""
    align: Align = "left"
    tag: str = "P"
    """Empty: the text belongs to the element around it."""
    bookmark: Bookmark | None = None

    @property
    def height(self) -> float:
        """All lines, by the leading of the first span."""
        return len(self.setting.lines) * self.spans[0].style.leading


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """Drawing operators around the node's own top left corner (y still upwards), without meaning."""

    operators: str
    height: float = 0.0
    icon: str = ""
    """The name of an icon that the operators draw with ``Do``; it is in the file once."""


class Placed(NamedTuple):
    """A node at its place in a group."""

    x: float
    y: float
    node: Node


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Nodes that belong together, in reading order. With a ``tag`` they are an element of the structure."""

    kids: tuple[Placed, ...]
    height: float
    tag: str = ""
    lang: str = ""
    alt: str = ""
    """What a figure shows, for those who cannot see it."""
    scope: str = ""
    spans: tuple[int, int] = (1, 1)
    width: float = 0.0
    bookmark: Bookmark | None = None


Node = Text | Ink | Group


def stack(nodes: Iterable[Node], *, gap: float = 0.0, tag: str = "", lang: str = "") -> Group:
    """Nodes one below the other."""
    kids: list[Placed] = []
    y = 0.0
    for node in nodes:
        if kids:
            y += gap
        kids.append(Placed(0.0, y, node))
        y += node.height
    return Group(tuple(kids), y, tag, lang)
