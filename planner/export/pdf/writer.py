"""Pages and their meaning, written together: every node drawn is also entered in the structure tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from zlib import compress

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from planner.export.pdf.compact_file import CompactDocument
from planner.export.pdf.embedding import FontParts, embed
from planner.export.pdf.fonts import Typeface
from planner.export.pdf.icons import icon_form
from planner.export.pdf.metadata import EmbeddedFile, Metadata, write_files, write_info, write_xmp
from planner.export.pdf.nodes import Bookmark, Node
from planner.export.pdf.objects import Raw, stream, text_string
from planner.export.pdf.program import (
    Close,
    Mark,
    Open,
    Place,
    Program,
    Said,
    Segment,
    Step,
    Unmeant,
    picture,
)
from planner.export.pdf.structure_objects import write_structure
from planner.export.pdf.tags import Element, Role, StructureTree


class _TaggedPage(pdfdoc.PDFPage):  # type: ignore[misc]  # reportlab has no types
    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs")
    Override_default_compilation = 1


class PageCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """ReportLab's canvas, drawing into a compact document on pages that know their place in the tree."""

    def __init__(self, size: tuple[float, float]) -> None:
        super().__init__(BytesIO(), pagesize=size, pageCompression=1, invariant=1)
        self._doc = CompactDocument()
        self.resources = Raw()
        self._doc.reserve(self.resources)

    def _make_preamble(self) -> None:
        self._preamble = ""  # ReportLab's would name a font that is not embedded

    @property
    def document(self) -> CompactDocument:
        """What is drawn on."""
        return self._doc

    def finish_page(self, deflated: bytes, annotations: list[int], key: int) -> None:
        """Close the page: its compressed content, its annotations, and its key in the parent tree."""
        page = _TaggedPage()
        width, height = self._pagesize
        document = self._doc
        page.Parent = document.Reference(document.Pages)
        page.MediaBox = f"[0 0 {width:.2f} {height:.2f}]"
        page.Resources = document.Reference(self.resources)
        page.Contents = Raw(stream(b"/Filter/FlateDecode", deflated, compress=False))
        page.Annots = Raw(b"[%b]" % b" ".join(b"%d 0 R" % n for n in annotations)) if annotations else None
        page.StructParents = key
        page.Tabs = "/S"
        document.addPage(page)
        self._startPage()


@dataclass(slots=True, eq=False)
class TaggedWriter:
    """Draws nodes on pages. The caller says where; the writer says what it means."""

    size: tuple[float, float]
    lang: str
    tree: StructureTree = field(init=False)
    used: dict[tuple[Typeface, bool], set[str]] = field(default_factory=dict)
    """The characters drawn in each typeface, apart for Chinese."""
    icons: set[str] = field(default_factory=set)
    pictures: dict[str, bytes] = field(default_factory=dict)
    """Objects that are drawn by name like icons."""
    canvas: PageCanvas = field(init=False)
    page_numbers: list[int] = field(default_factory=list)
    _out: list[str] = field(default_factory=list)
    _repeated: dict[str, str] = field(default_factory=dict)
    """What is drawn on many pages, and what each is called."""
    _annotations: list[int] = field(default_factory=list)
    _key: int = 0
    _bookmarks: int = 0

    def __post_init__(self) -> None:
        self.tree = StructureTree(self.lang)
        self.canvas = PageCanvas(self.size)

    # -- pages -----------------------------------------------------------------------------------------

    def begin_page(self) -> None:
        """Start the next page."""
        self._key = self.tree.begin_page()
        self._out = []
        self._annotations = []

    def end_page(self, deflate: Callable[[bytes], bytes] = compress) -> None:
        """Close the page; ``deflate`` compresses its content."""
        name = self.canvas.document.thisPageName()
        content = "\n".join(self._out).encode("ascii")
        self.canvas.finish_page(deflate(content), self._annotations, self._key)
        self.page_numbers.append(self.canvas.document.number(name))

    def draw(self, made: Program, x: float, y: float, path: tuple[Role, ...] = ()) -> None:
        """Draw a program with its top left corner at ``x``, ``y`` of the page, inside the groups ``path``."""
        self.tree.enter(path)
        base = self.size[1] - y
        self._out.append(f"q 1 0 0 1 {x:.2f} {base:.2f} cm")
        for step in made.steps:
            self._take(step, x, base)
        self._out.append("Q")
        self._note_used(made)

    def furniture(
        self, node: Node, x: float, y: float, kind: str = "Header", *, repeated: bool = False
    ) -> None:
        """Draw what is no part of the text; ``kind`` is ``Header``, ``Footer`` or empty.

        What is ``repeated`` is kept in the file once, however many pages it stands on.
        """
        operators, made = picture(node)
        if repeated:
            operators = f"/{self._repeated.setdefault(operators, f'R{len(self._repeated)}')} Do"
        subtype = f"/Subtype/{kind}" if kind else ""
        self._out.append(f"/Artifact<</Type/Pagination{subtype}>>BDC")
        self._out.append(f"q 1 0 0 1 {x:.2f} {self.size[1] - y:.2f} cm\n{operators}\nQ\nEMC")
        self._note_used(made)

    def _form(self, operators: str, resources: int) -> bytes:
        """Operators kept apart, to be drawn by name anywhere on a page."""
        width, height = self.size
        box = f"{-width:.0f} {-height:.0f} {width:.0f} {height:.0f}".encode()
        entries = b"/Type/XObject/Subtype/Form/BBox[%b]/Resources %d 0 R" % (box, resources)
        return stream(entries, operators.encode("ascii"))

    def _note_used(self, made: Program) -> None:
        for typeface, characters in made.drawn.items():
            self.used.setdefault(typeface, set()).update(characters)
        self.icons |= made.icons

    def finish(self, metadata: Metadata, files: tuple[EmbeddedFile, ...], parts: FontParts) -> bytes:
        """Close the document and give its bytes."""
        document = self.canvas.document
        resources = ["<</Font<<"]
        for index, characters in sorted(_by_face(self.used).items()):
            number = embed(parts.part(index, frozenset(characters)), document.add)
            resources.append(f"/F{index} {number} 0 R")
        resources.append(">>/XObject<<")
        drawn = {name: self.pictures.get(name) or icon_form(name) for name in sorted(self.icons)}
        resources += [f"/{name} {document.add(form)} 0 R" for name, form in drawn.items()]
        own = document.number(document.Reference(self.canvas.resources).name)
        resources += [
            f"/{name} {document.add(self._form(operators, own))} 0 R"
            for operators, name in self._repeated.items()
        ]
        resources.append(">>>>")
        self.canvas.resources.data = "".join(resources).encode("ascii")
        catalog = document.Catalog
        catalog.Lang = text_string(self.lang)
        catalog.PageMode = b"/UseOutlines"
        catalog.MarkInfo = b"<</Marked true>>"
        catalog.ViewerPreferences = b"<</DisplayDocTitle true>>"
        tree = write_structure(self.tree, document, self.page_numbers)
        catalog.StructTreeRoot = b"%d 0 R" % tree
        catalog.Metadata = b"%d 0 R" % document.add(write_xmp(metadata))
        if files:
            names = document.add(write_files(files, metadata.created, document))
            catalog.Names = b"<</EmbeddedFiles %d 0 R>>" % names
        document.info.data = write_info(metadata)
        return document.GetPDFData(self.canvas)

    # -- steps -----------------------------------------------------------------------------------------

    def _take(self, step: Step, x: float, base: float) -> None:
        match step:
            case Said():
                self._say(step, x, base)
            case Unmeant(operators):
                self._out.append(f"/Artifact BMC\n{operators}\nEMC")
            case Open(tag, lang, alt, scope, spans, box):
                placed = (x + box[0], base + box[1], x + box[2], base + box[3]) if box else None
                self.tree.open(Element(tag, lang, alt, scope=scope, spans=spans, box=placed))
            case Close():
                self.tree.close()
            case Mark(operators):
                self._mark(self.tree.current, operators)
            case Place(bookmark, y):
                self._mark_place(bookmark, base + y)

    def _mark(self, element: Element, operators: str) -> None:
        number = self.tree.mark(element)
        self._out.append(f"/{element.tag}<</MCID {number}>>BDC\n{operators}\nEMC")

    def _say(self, step: Said, x: float, base: float) -> None:
        if step.tag:
            self.tree.open(Element(step.tag, step.lang))
        outer = self.tree.current
        segments = step.segments
        language = self.tree.language()
        inner: dict[int, Element] = {}
        for segment in segments:
            element = inner.get(segment.span)
            if element is None:
                element = _inner_element(segment, outer, language)
                if element is not outer:
                    outer.kids.append(element)
                inner[segment.span] = element
            self._mark(element, segment.operators)
        for span, box, contents in step.links:
            uri = next(segment.link for segment in segments if segment.span == span)
            placed = (x + box[0], base + box[1], x + box[2], base + box[3])
            self._add_link(inner[span], uri or "", placed, contents)
        if step.tag:
            self.tree.close()

    # -- links and bookmarks ---------------------------------------------------------------------------

    def _add_link(
        self, element: Element, uri: str, box: tuple[float, float, float, float], contents: str
    ) -> None:
        document = self.canvas.document
        raw = Raw()
        annotation = document.reserve(raw)
        key = self.tree.link(element, annotation)
        rect = " ".join(f"{v:.2f}" for v in box)
        raw.data = (
            b"<</Type/Annot/Subtype/Link/Rect[%b]/Border[0 0 0]/F 4/StructParent %d/Contents %b"
            b"/A<</Type/Action/S/URI/URI %b>>>>"
            % (rect.encode(), key, text_string(contents), text_string(uri))
        )
        self._annotations.append(annotation)

    def _mark_place(self, bookmark: Bookmark, top: float) -> None:
        self._bookmarks += 1
        key = f"b{self._bookmarks}"
        self.canvas.bookmarkHorizontalAbsolute(key, top + 4)
        self.canvas.addOutlineEntry(bookmark.title, key, bookmark.level)


def _by_face(used: dict[tuple[Typeface, bool], set[str]]) -> dict[int, set[str]]:
    """Which face draws which characters."""
    faces: dict[int, set[str]] = {}
    for (typeface, chinese), characters in used.items():
        for sort in typeface.sorts("".join(characters), chinese=chinese):
            if sort.code:
                faces.setdefault(sort.face, set()).add(sort.drawn)
    return faces


def _inner_element(segment: Segment, outer: Element, language: str) -> Element:
    """A link, struck text or a change of language is an element of its own; other text is its paragraph's."""
    lang = segment.lang if segment.lang != language else ""
    if segment.link:
        return Element("Link", lang)
    return Element("Span", lang, struck=segment.struck) if lang or segment.struck else outer
