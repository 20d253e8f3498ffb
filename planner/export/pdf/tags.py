"""The structure tree of a tagged PDF: what the page means, apart from how it looks.

Elements use the standard types of ISO 32000-1 14.8.4 only, so no role map is needed. Every piece of real
content carries a marked-content number; the parent tree leads from that number back to its element.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Role:
    """A group that may be drawn in several places, on several pages: a table, a list, a day.

    It is one element in the structure tree, whoever opens it and however often.
    """

    tag: str
    lang: str = ""
    title: str = ""


@dataclass(slots=True, eq=False)
class Element:
    """A node of the structure tree."""

    tag: str
    lang: str = ""
    alt: str = ""
    actual_text: str = ""
    title: str = ""
    scope: str = ""
    """``Row`` or ``Column`` of a table's header cell."""
    spans: tuple[int, int] = (1, 1)
    """How many rows and columns a table cell covers."""
    struck: bool = False
    """A line goes through its text: what no longer holds."""
    box: tuple[float, float, float, float] | None = None
    """A figure's place on its page: left, bottom, right, top."""
    kids: list[Element | Content | AnnotationLink] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Content:
    """A marked piece of a page's content."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class AnnotationLink:
    """An annotation that belongs to an element."""

    page: int
    annotation: int
    key: int


@dataclass(slots=True)
class StructureTree:
    """Built while the pages are drawn, in reading order."""

    lang: str
    root: Element = field(init=False)
    _roles: dict[Role, Element] = field(default_factory=dict)
    _open: list[Element] = field(default_factory=list)
    _parents: dict[int, list[Element] | Element] = field(default_factory=dict)
    _page_keys: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.root = Element("Document", self.lang)
        self._open = [self.root]

    @property
    def current(self) -> Element:
        """The innermost open element."""
        return self._open[-1]

    def begin_page(self) -> int:
        """Start the next page; the answer is its key in the parent tree (``StructParents``)."""
        key = len(self._parents)
        self._parents[key] = []
        self._page_keys.append(key)
        return key

    def open(self, element: Element) -> Element:
        """Open an element inside the current one. Its language is left out where it says nothing new."""
        if element.lang == self.language():
            element.lang = ""
        self.current.kids.append(element)
        self._open.append(element)
        return element

    def close(self) -> None:
        """Close the current element."""
        self._open.pop()

    def enter(self, path: tuple[Role, ...]) -> None:
        """Make ``path``, from the document down, the open elements; those it names are made once."""
        del self._open[1:]
        for role in path:
            known = self._roles.get(role)
            if known is None:
                self._roles[role] = self.open(Element(role.tag, role.lang, title=role.title))
            else:
                self._open.append(known)

    def language(self) -> str:
        """The language that holds for the current element."""
        for element in reversed(self._open):
            if element.lang:
                return element.lang
        return self.lang

    def mark(self, element: Element) -> int:
        """A new marked-content number on this page, belonging to ``element``."""
        parents = self._parents[self._page_keys[-1]]
        assert isinstance(parents, list)
        number = len(parents)
        parents.append(element)
        element.kids.append(Content(len(self._page_keys) - 1, number))
        return number

    def link(self, element: Element, annotation: int) -> int:
        """Tie an annotation of this page to ``element``; the answer is its ``StructParent``."""
        key = len(self._parents)
        self._parents[key] = element
        element.kids.append(AnnotationLink(len(self._page_keys) - 1, annotation, key))
        return key

    def elements(self) -> Iterator[tuple[Element, Element | None]]:
        """Every element that holds something, with its parent, in reading order."""
        pending: list[tuple[Element, Element | None]] = [(self.root, None)]
        while pending:
            element, parent = pending.pop()
            yield element, parent
            pending.extend((kid, element) for kid in reversed(element.kids) if isinstance(kid, Element))

    def parents(self) -> dict[int, list[Element] | Element]:
        """The parent tree: key to the elements of a page's marks, or to an annotation's element."""
        return self._parents
