"""Checks a PDF against the structure that PDF/UA-1 (ISO 14289-1) asks for; every fault is one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.unit.export.pdf.reading import ARTIFACT, Node, fonts_of, open_pdf, read_page, structure

STANDARD = set(
    "Document Part Sect Div Caption TOC TOCI Index NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody "
    "Table TR TH TD THead TBody TFoot Span Quote Note Reference Code Link Annot Figure Form".split()
)


def faults(data: bytes) -> list[str]:
    """What is wrong with the file; empty if it may call itself PDF/UA-1."""
    with open_pdf(data) as pdf:
        return [
            *_catalog(pdf),
            *_fonts(pdf),
            *_files(pdf),
            *(_tree(pdf) if "/StructTreeRoot" in pdf.Root else ["there is no structure tree"]),
        ]


def _catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not str(root.get("/Lang", "")):
        yield "the document states no language"
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "the document is not marked as tagged"
    if root.get("/MarkInfo", {}).get("/Suspects", False):
        yield "the document calls its tags suspect"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "the title is not displayed"
    if "/Metadata" not in root:
        yield "there is no XMP"
        return
    with pdf.open_metadata() as xmp:
        if str(xmp.get("pdfuaid:part", "")) != "1":
            yield "XMP does not say PDF/UA-1"
        title = str(xmp.get("dc:title", ""))
        if not title:
            yield "XMP has no title"
        elif title != str(pdf.docinfo.get("/Title", "")):
            yield "the two titles differ"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for name, font in pdf.pages[0].Resources.Font.items():
        if font.Subtype != "/Type0" or font.Encoding != "/Identity-H":
            yield f"font {name} is not composite with Identity-H"
            continue
        descendant = font.DescendantFonts[0]
        if "/FontFile2" not in descendant.FontDescriptor:
            yield f"font {name} is not embedded"
        if "/ToUnicode" not in font:
            yield f"font {name} does not lead back to characters"
        if "/CIDToGIDMap" not in descendant:
            yield f"font {name} does not say which glyph is which"


def _files(pdf: pikepdf.Pdf) -> Iterator[str]:
    names = pdf.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    for spec in list(names)[1::2]:
        if "/F" not in spec or "/UF" not in spec:
            yield "an embedded file has no name"


def _tree(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = structure(pdf)
    owners: dict[tuple[int, int], Node] = {}
    for node in root.walk():
        for kid in node.kids:
            if isinstance(kid, tuple):
                if kid in owners:
                    yield f"mark {kid} belongs to two elements"
                owners[kid] = node
    yield from _elements(root)
    yield from _parents(pdf, owners)
    yield from _content(pdf, owners)
    yield from _annotations(pdf, root)
    yield from _languages(pdf, owners)


def _elements(root: Node) -> Iterator[str]:
    if root.tag != "Document":
        yield "the root is no Document"
    level = 0
    for node in root.walk():
        if node.tag not in STANDARD:
            yield f"{node.tag} is no standard type"
        if node.tag[0] == "H" and node.tag[1:].isdigit():
            if int(node.tag[1:]) > level + 1:
                yield f"{node.tag} follows H{level}"
            level = int(node.tag[1:])
        if node.tag == "Figure":
            if not str(node.raw.get("/Alt", "")):
                yield "a figure has no words"
            if "/BBox" not in node.raw.get("/A", {}):
                yield "a figure has no box"
        if node.tag == "TH" and "/Scope" not in node.raw.get("/A", {}):
            yield "a header cell has no scope"
        for kid in node.kids:
            if isinstance(kid, Node):
                if kid.raw.P.objgen != node.raw.objgen:
                    yield f"a {kid.tag} has another parent than it says"
                yield from _nesting(node, kid)
        if node.tag == "Table":
            widths = {len(row.kids) for row in node.walk() if row.tag == "TR"}
            if len(widths) > 1:
                yield "a table's rows differ in length"
            if not any(cell.tag == "TH" for cell in node.walk()):
                yield "a table has no header cell"


def _nesting(node: Node, kid: Node) -> Iterator[str]:
    allowed = {
        "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
        "TR": {"TH", "TD"},
        "L": {"LI", "Caption"},
        "LI": {"Lbl", "LBody"},
    }
    if node.tag in allowed and kid.tag not in allowed[node.tag]:
        yield f"{kid.tag} inside {node.tag}"
    needs = {"TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"}}
    if kid.tag in needs and node.tag not in needs[kid.tag]:
        yield f"{kid.tag} outside of {'/'.join(sorted(needs[kid.tag]))}"


def _parent_tree(pdf: pikepdf.Pdf) -> dict[int, Any]:
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return {int(key): value for key, value in zip(nums[::2], nums[1::2], strict=True)}


def _parents(pdf: pikepdf.Pdf, owners: dict[tuple[int, int], Node]) -> Iterator[str]:
    tree = _parent_tree(pdf)
    for number, page in enumerate(pdf.pages):
        if str(page.get("/Tabs", "")) != "/S":
            yield f"page {number + 1} does not tab in structure order"
        if "/StructParents" not in page:
            yield f"page {number + 1} is not in the parent tree"
            continue
        row = tree.get(int(page.StructParents))
        if row is None:
            yield f"page {number + 1} is not in the parent tree"
            continue
        for mark, element in enumerate(row):
            owner = owners.get((number, mark))
            if owner is None or owner.raw.objgen != element.objgen:
                yield f"the parent tree is wrong for mark {mark} of page {number + 1}"


def _content(pdf: pikepdf.Pdf, owners: dict[tuple[int, int], Node]) -> Iterator[str]:
    fonts = fonts_of(pdf.pages[0])
    for number in range(len(pdf.pages)):
        page = read_page(pdf, number, fonts)
        if page.unmarked:
            yield f"page {number + 1} has content that is neither tagged nor an artifact"
        if len(page.marks) != len(set(page.marks)):
            yield f"page {number + 1} uses a mark twice"
        for mark in page.marks:
            if (number, mark) not in owners:
                yield f"mark {mark} of page {number + 1} belongs to no element"
        if any(line.missing for line in page.lines):
            yield f"page {number + 1} has a glyph without a character"


def _annotations(pdf: pikepdf.Pdf, root: Node) -> Iterator[str]:
    tree = _parent_tree(pdf)
    tied = {
        kid.Obj.objgen: node
        for node in root.walk()
        for kid in node.kids
        if not isinstance(kid, (Node, tuple))
    }
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            node = tied.get(annotation.objgen)
            if node is None or node.tag != "Link":
                yield "a link is not tagged"
            elif tree.get(int(annotation.get("/StructParent", -1)), node.raw).objgen != node.raw.objgen:
                yield "a link leads to another element"
            if "/StructParent" not in annotation:
                yield "a link is not in the parent tree"
            if not str(annotation.get("/Contents", "")):
                yield "a link has no words"


def _languages(pdf: pikepdf.Pdf, owners: dict[tuple[int, int], Node]) -> Iterator[str]:
    fonts = fonts_of(pdf.pages[0])
    for number in range(len(pdf.pages)):
        words: dict[int, str] = {}
        for line in read_page(pdf, number, fonts).lines:
            if line.mark is not None and line.mark != ARTIFACT:
                words[line.mark] = words.get(line.mark, "") + line.text
        for mark, text in words.items():
            owner = owners.get((number, mark))
            lang = (owner.lang if owner else "") or str(pdf.Root.Lang)
            hanzi = sum("\u4e00" <= char <= "\u9fff" for char in text)
            if hanzi > len(text) / 2 and not lang.startswith("zh"):
                yield f"Chinese text is called {lang}: {text}"
