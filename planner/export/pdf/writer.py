"""Pages and their meaning, written together: every node drawn is also entered in the structure tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from planner.export.pdf.compact_file import CompactDocument
from planner.export.pdf.embedding import FontPart, cut, embed
from planner.export.pdf.fonts import face
from planner.export.pdf.metadata import EmbeddedFile, Metadata, write_files, write_info, write_xmp
from planner.export.pdf.nodes import ARTIFACT, Bookmark, Group, Ink, Node, Text
from planner.export.pdf.objects import Raw, stream, text_string
from planner.export.pdf.structure_objects import write_structure
from planner.export.pdf.style import Colour
from planner.export.pdf.tags import Element, Role, StructureTree


class _TaggedPage(pdfdoc.PDFPage):  # type: ignore[misc]  # reportlab has no types
    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs")
    Override_default_compilation = 1


class PageCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """ReportLab's canvas, drawing into a compact document on pages that know their place in the tree."""

    def __init__(self, size: tuple[float, float]) -> None:
        super().__init__(BytesIO(), pagesize=size, pageCompression=1, invariant=1)
        self._doc = CompactDocument()

    def _make_preamble(self) -> None:
        self._preamble = ""  # ReportLab's would name a font that is not embedded

    @property
    def document(self) -> CompactDocument:
        """What is drawn on."""
        return self._doc

    def finish_page(self, operators: list[str], annotations: list[int], key: int) -> None:
        """Close the page: its content, its annotations, and its key in the parent tree."""
        page = _TaggedPage()
        width, height = self._pagesize
        document = self._doc
        page.Parent = document.Reference(document.Pages)
        page.MediaBox = f"[0 0 {width:.2f} {height:.2f}]"
        page.Resources = b"<</Font %d 0 R>>" % document.number(pdfdoc.BasicFonts)
        page.Contents = Raw(stream(b"", "\n".join(operators).encode("ascii")))
        page.Annots = Raw(b"[%b]" % b" ".join(b"%d 0 R" % n for n in annotations)) if annotations else None
        page.StructParents = key
        page.Tabs = "/S"
        document.addPage(page)
        self._startPage()


@dataclass(slots=True)
class FontParts:
    """The embedded parts of the faces, kept from one rendering to the next while they stay the same."""

    _parts: dict[int, tuple[frozenset[str], FontPart]] = field(default_factory=dict)

    def part(self, index: int, characters: frozenset[str]) -> FontPart:
        """The part of one face that draws these characters."""
        kept = self._parts.get(index)
        if kept is None or kept[0] != characters:
            kept = self._parts[index] = (characters, cut(face(index), characters))
        return kept[1]


@dataclass(slots=True, eq=False)
class TaggedWriter:
    """Draws nodes on pages. The caller says where; the writer says what it means."""

    size: tuple[float, float]
    lang: str
    tree: StructureTree = field(init=False)
    used: dict[int, set[str]] = field(default_factory=dict)
    """The characters drawn with each face."""
    canvas: PageCanvas = field(init=False)
    page_numbers: list[int] = field(default_factory=list)
    _out: list[str] = field(default_factory=list)
    _annotations: list[int] = field(default_factory=list)
    _links: list[tuple[Element, str, tuple[float, float, float, float], str]] = field(default_factory=list)
    _colour: Colour | None = None
    _tracking: float = 0.0
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
        self._colour = None
        self._tracking = 0.0

    def end_page(self) -> None:
        """Close the page."""
        name = self.canvas.document.thisPageName()
        self.canvas.finish_page(self._out, self._annotations, self._key)
        self.page_numbers.append(self.canvas.document.number(name))

    def draw(self, node: Node, x: float, y: float, path: tuple[Role, ...] = ()) -> None:
        """Draw a node with its top left corner at ``x``, ``y`` of the page, inside the groups ``path``."""
        self.tree.enter(path)
        self._draw(node, x, y)

    def furniture(self, node: Node, x: float, y: float, kind: str = "Header") -> None:
        """Draw what is on every page and no part of the text: ``kind`` is ``Header`` or ``Footer``."""
        self._out.append(f"/Artifact<</Type/Pagination/Subtype/{kind}>>BDC")
        self._paint(node, x, y)
        self._out.append("EMC")

    def finish(self, metadata: Metadata, files: tuple[EmbeddedFile, ...], parts: FontParts) -> bytes:
        """Close the document and give its bytes."""
        document = self.canvas.document
        for index, characters in sorted(self.used.items()):
            document.add_font(f"F{index}", embed(parts.part(index, frozenset(characters)), document.add))
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

    # -- nodes -----------------------------------------------------------------------------------------

    def _draw(self, node: Node, x: float, y: float) -> None:
        if isinstance(node, Text):
            self._draw_text(node, x, y)
        elif isinstance(node, Ink):
            self._out.append("/Artifact BMC")
            self._paint(node, x, y)
            self._out.append("EMC")
        elif node.tag == ARTIFACT:
            self._out.append("/Artifact<</Type/Pagination>>BDC")
            self._paint(node, x, y)
            self._out.append("EMC")
        else:
            self._draw_group(node, x, y)

    def _draw_group(self, group: Group, x: float, y: float) -> None:
        if group.bookmark:
            self._mark_place(group.bookmark, y)
        if not group.tag:
            for kid in group.kids:
                self._draw(kid.node, x + kid.x, y + kid.y)
            return
        element = self.tree.open(
            Element(group.tag, group.lang, group.alt, scope=group.scope, spans=group.spans)
        )
        if group.tag == "Figure":
            top = self.size[1] - y
            element.box = (x, top - group.height, x + group.width, top)
            self._out.append(f"/Figure<</MCID {self.tree.mark(element)}>>BDC")
            self._paint(group, x, y)
            self._out.append("EMC")
        else:
            for kid in group.kids:
                self._draw(kid.node, x + kid.x, y + kid.y)
        self.tree.close()

    def _paint(self, node: Node, x: float, y: float) -> None:
        """Draw without entering anything in the tree."""
        if isinstance(node, Text):
            self._note_used(node)
            for _span, operators in self._segments(node, x, y):
                self._out.append(operators)
        elif isinstance(node, Ink):
            self._out.append(f"q 1 0 0 1 {x:.2f} {self.size[1] - y:.2f} cm\n{node.operators}\nQ")
        else:
            for kid in node.kids:
                self._paint(kid.node, x + kid.x, y + kid.y)

    def _draw_text(self, text: Text, x: float, y: float) -> None:
        if not text.setting.lines:
            return
        if text.bookmark:
            self._mark_place(text.bookmark, y)
        self._note_used(text)
        spans = text.spans
        block: Element | None = None
        if text.tag:
            block = self.tree.open(Element(text.tag, spans[0].lang))
        outer = self.tree.current
        language = self.tree.language()
        inner: dict[int, Element] = {}
        for number, operators in self._segments(text, x, y):
            span = spans[number]
            element = inner.get(number)
            if element is None:
                if span.link:
                    element = Element("Link", span.lang if span.lang != language else "")
                elif span.lang != language:
                    element = Element("Span", span.lang)
                else:
                    element = outer
                if element is not outer:
                    outer.kids.append(element)
                inner[number] = element
            self._out.append(f"/{element.tag}<</MCID {self.tree.mark(element)}>>BDC")
            self._out.append(operators)
            self._out.append("EMC")
        for number, element in inner.items():
            link = spans[number].link
            if link:
                self._place_links(text, number, link, element, x, y)
        if block:
            self.tree.close()

    def _note_used(self, text: Text) -> None:
        for index, characters in text.setting.drawn:
            self.used.setdefault(index, set()).update(characters)

    def _segments(self, text: Text, x: float, y: float) -> list[tuple[int, str]]:
        """The operators of each stretch of one span, in reading order, a stretch going over several lines."""
        out: list[tuple[int, str]] = []
        current = -1
        parts: list[str] = []
        leading = text.spans[0].style.leading
        baseline = self.size[1] - y - leading / 2 - 0.36 * text.spans[0].style.size
        for line in text.setting.lines:
            at = x + _offset(text, line.width)
            pen = at - line.lead
            move = f"1 0 0 1 {pen:.2f} {baseline:.2f} Tm"
            face, size = -1, 0.0
            glyphs: list[str] = []
            for place, atom in enumerate(line.atoms):
                gap = atom.gap if place else 0.0
                for piece in atom.pieces:
                    if piece.span != current:
                        if glyphs:
                            parts.append(f"[{_tidy(glyphs)}]TJ")
                            glyphs = []
                        if parts:
                            parts.append("ET")
                            out.append((current, "\n".join(parts)))
                        current = piece.span
                        parts = [*self._text_state(text, current), "BT"]
                        move = f"1 0 0 1 {pen + piece.offset:.2f} {baseline:.2f} Tm"
                        face = -1
                    if move:
                        parts.append(move)
                        move = ""
                    if piece.face != face or piece.size != size:
                        if glyphs:
                            parts.append(f"[{_tidy(glyphs)}]TJ")
                            glyphs = []
                        face, size = piece.face, piece.size
                        parts.append(f"/F{face} {size:.2f} Tf")
                    if gap:
                        glyphs.append(f"{-gap * 1000 / size:.0f}")
                        gap = 0.0
                    glyphs.append(piece.glyphs)
                pen += (atom.gap if place else 0.0) + atom.width + atom.space
            if glyphs:
                parts.append(f"[{_tidy(glyphs)}]TJ")
            baseline -= leading
        if parts:
            parts.append("ET")
            out.append((current, "\n".join(parts)))
        return out

    def _text_state(self, text: Text, number: int) -> list[str]:
        style = text.spans[number].style
        state = []
        if style.colour != self._colour:
            self._colour = style.colour
            state.append("{:.3g} {:.3g} {:.3g} rg".format(*style.colour))
        tracking = style.tracking * style.size
        if tracking != self._tracking:
            self._tracking = tracking
            state.append(f"{tracking:.3f} Tc")
        return state

    # -- links and bookmarks ---------------------------------------------------------------------------

    def _place_links(self, text: Text, number: int, uri: str, element: Element, x: float, y: float) -> None:
        leading = text.spans[0].style.leading
        for row, line in enumerate(text.setting.lines):
            pen = x + _offset(text, line.width) - line.lead
            left = right = None
            for place, atom in enumerate(line.atoms):
                pen += atom.gap if place else 0.0
                if any(piece.span == number for piece in atom.pieces):
                    left = pen if left is None else left
                    right = pen + atom.width
                pen += atom.width + atom.space
            if left is not None and right is not None:
                top = self.size[1] - y - row * leading
                self._add_link(element, uri, (left, top - leading, right, top), text.setting.text)

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

    def _mark_place(self, bookmark: Bookmark, y: float) -> None:
        self._bookmarks += 1
        key = f"b{self._bookmarks}"
        self.canvas.bookmarkHorizontalAbsolute(key, self.size[1] - y + 4)
        self.canvas.addOutlineEntry(bookmark.title, key, bookmark.level)


def _offset(text: Text, width: float) -> float:
    if text.align == "left":
        return 0.0
    spare = text.width - width
    return spare if text.align == "right" else spare / 2


def _tidy(glyphs: list[str]) -> str:
    return "".join(glyphs).replace("><", "")
