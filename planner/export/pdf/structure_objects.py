"""The structure tree as PDF objects (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from planner.export.pdf.compact_file import CompactDocument
from planner.export.pdf.objects import Raw, text_string
from planner.export.pdf.tags import AnnotationLink, Content, Element, StructureTree


def write_structure(tree: StructureTree, document: CompactDocument, pages: list[int]) -> int:
    """Add the tree to the document; ``pages`` are the object numbers of its pages. The answer: its root."""
    root, parents = Raw(), Raw()
    root_number, parents_number = document.reserve(root), document.reserve(parents)
    order = [(element, parent, Raw()) for element, parent in tree.elements()]
    numbers = {id(element): document.reserve(raw) for element, _parent, raw in order}
    for element, parent, raw in order:
        above = numbers[id(parent)] if parent else root_number
        raw.data = _element(element, above, numbers, pages)
    root.data = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>" % (
        numbers[id(tree.root)],
        parents_number,
        len(tree.parents()),
    )
    rows = []
    for key, value in sorted(tree.parents().items()):
        if isinstance(value, Element):
            rows.append(f"{key} {numbers[id(value)]} 0 R")
        else:
            rows.append(f"{key}[{' '.join(f'{numbers[id(element)]} 0 R' for element in value)}]")
    parents.data = f"<</Nums[{' '.join(rows)}]>>".encode()
    return root_number


def _element(element: Element, above: int, numbers: dict[int, int], pages: list[int]) -> bytes:
    out = [f"<</S/{element.tag}/P {above} 0 R".encode()]
    if element.lang:
        out.append(b"/Lang" + text_string(element.lang))
    if element.alt:
        out.append(b"/Alt" + text_string(element.alt))
    if element.actual_text:
        out.append(b"/ActualText" + text_string(element.actual_text))
    if element.title:
        out.append(b"/T" + text_string(element.title))
    out.append(_attributes(element))
    page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
    if page is not None:
        out.append(b"/Pg %d 0 R" % pages[page])
    kids = [_kid(kid, page, numbers, pages) for kid in element.kids]
    if kids:
        out.append(f"/K {kids[0]}".encode() if len(kids) == 1 else f"/K[{' '.join(kids)}]".encode())
    out.append(b">>")
    return b"".join(out)


def _kid(
    kid: Element | Content | AnnotationLink, page: int | None, numbers: dict[int, int], pages: list[int]
) -> str:
    if isinstance(kid, Element):
        return f"{numbers[id(kid)]} 0 R"
    if isinstance(kid, AnnotationLink):
        return f"<</Type/OBJR/Obj {kid.annotation} 0 R/Pg {pages[kid.page]} 0 R>>"
    if kid.page == page:
        return str(kid.number)
    return f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.number}>>"


def _attributes(element: Element) -> bytes:
    out = b""
    rows, columns = element.spans
    if element.scope or rows > 1 or columns > 1:
        out = b"<</O/Table"
        if element.scope:
            out += b"/Scope/" + element.scope.encode()
        if rows > 1:
            out += b"/RowSpan %d" % rows
        if columns > 1:
            out += b"/ColSpan %d" % columns
        out += b">>"
    elif element.box:
        out = "<</O/Layout/Placement/Block/BBox[{:.2f} {:.2f} {:.2f} {:.2f}]>>".format(*element.box).encode()
    elif element.struck:
        out = b"<</O/Layout/TextDecorationType/LineThrough>>"
    elif element.tag == "L":
        out = b"<</O/List/ListNumbering/None>>"
    return b"/A" + out if out else b""
