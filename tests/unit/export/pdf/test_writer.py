"""A tagged PDF says what its pages mean; and the checker that vouches for it sees every fault."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from planner.export.pdf.compositor import Compositor
from planner.export.pdf.flow import Band
from planner.export.pdf.look import NORMAL
from planner.export.pdf.metadata import EmbeddedFile, Metadata
from planner.export.pdf.nodes import Bookmark, Group, Ink, Placed, stack
from planner.export.pdf.qr import qr_figure
from planner.export.pdf.shapes import rule
from planner.export.pdf.shaping import Span
from planner.export.pdf.tags import Role
from planner.export.pdf.writer import TaggedWriter
from tests.unit.export.pdf.pdf_ua import faults
from tests.unit.export.pdf.reading import open_pdf, read, structure, text_in_order

MADE = dt.datetime(2027, 3, 1, 12, tzinfo=dt.timezone(dt.timedelta(hours=13)))
CALENDAR = EmbeddedFile("itinerary.ics", "text/calendar", b"BEGIN:VCALENDAR", "The dates")


def _document(title: str = "Specimen journey") -> bytes:
    """Two pages with one of everything."""
    set_ = Compositor()
    writer = TaggedWriter((400, 300), "en")
    part, table = Role("Part"), Role("Table")

    def draw(node: Any, y: float, *path: Role) -> None:
        writer.draw(Band(node).program, 40, y, path)

    def cell(words: str, tag: str, x: float) -> Placed:
        text = set_.text(words, NORMAL.body, "en", 90, tag="")
        scope = "Column" if tag == "TH" else ""
        return Placed(x, 0, Group((Placed(0, 0, text),), text.height, tag, scope=scope))

    for page in range(2):
        writer.begin_page()
        writer.furniture(set_.text(f"AM   {page + 1} / 2", NORMAL.label, "en", 300), 40, 10)
        if page == 0:
            heading = set_.text(
                "Day by day", NORMAL.part, "en", 300, tag="H1", bookmark=Bookmark("Day by day")
            )
            draw(heading, 30, part)
        row = Group((cell("Time", "TH", 0), cell("What", "TH", 100)), 14, "TR")
        draw(row, 70, part, table)
        row = Group((cell("10:20", "TD", 0), cell("Session 1", "TD", 100)), 14, "TR")
        draw(row, 90, part, table)
        spans = (
            Span("Ask for ", NORMAL.body, "en"),
            Span("王女士", NORMAL.bold, "zh-CN"),
            Span(" at ", NORMAL.body, "en"),
            Span("+64 7 000 0001", NORMAL.bold, "en", "tel:+6470000001"),
        )
        draw(set_.text(spans, NORMAL.body, "en", 300), 120, part)
        draw(set_.text("请于10:20到达。", NORMAL.body, "zh-CN", 300), 140, part)
        item = Group((Placed(0, 0, set_.text("Passport", NORMAL.body, "en", 90, tag="LBody")),), 14, "LI")
        draw(item, 160, part, Role("L"))
        draw(qr_figure(set_.code("geo:1,2"), 60, "Map position", "en"), 180, part)
        draw(rule(300, (0, 0, 0)), 250, part)
        writer.end_page()
    data = Metadata(title, "Agency", "S-1", ("en", "zh-CN"), MADE)
    return writer.finish(data, (CALENDAR,), set_.font_parts)


@pytest.fixture(scope="module")
def document() -> bytes:
    return _document()


def test_the_document_has_no_fault(document: bytes) -> None:
    assert faults(document) == []


def test_the_same_input_gives_the_same_bytes(document: bytes) -> None:
    assert _document() == document


def test_text_reads_back_in_the_order_it_was_set(document: bytes) -> None:
    rows = ["Time", "What", "10:20", "Session 1"]
    words = ["Ask for ", "王女士", " at ", "+64 7 000 0001", "请于10:20到达。", "Passport"]
    text = [mark for mark in text_in_order(document) if mark]
    assert text == ["Day by day", *rows, *rows, *words, *words]


def test_a_table_over_two_pages_is_one_element(document: bytes) -> None:
    with open_pdf(document) as pdf:
        tables = [node for node in structure(pdf).walk() if node.tag == "Table"]
        assert len(tables) == 1
        assert len(tables[0].kids) == 4


def test_bookmarks_lead_to_their_page(document: bytes) -> None:
    with open_pdf(document) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Day by day"]
        assert pdf.Root.PageMode == "/UseOutlines"


def test_the_calendar_travels_inside(document: bytes) -> None:
    with open_pdf(document) as pdf:
        assert pdf.attachments["itinerary.ics"].get_file().read_bytes() == b"BEGIN:VCALENDAR"
        assert pdf.attachments["itinerary.ics"].get_file().mime_type == "text/calendar"


def test_only_used_glyphs_travel_and_no_other_file_is_named(document: bytes) -> None:
    assert len(document) < 40_000
    with open_pdf(document) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))


def test_titles_in_any_script_survive() -> None:
    title = "Your journey (2027) · 您的行程 <1> & \\"
    with open_pdf(_document(title)) as pdf:
        assert str(pdf.docinfo["/Title"]) == title
    assert faults(_document(title)) == []


def test_a_link_lies_on_its_words(document: bytes) -> None:
    with open_pdf(document) as pdf:
        annotation = pdf.pages[0].Annots[0]
        left, bottom, right, top = (float(v) for v in annotation.Rect)
        assert str(annotation.A.URI) == "tel:+6470000001"
    line = next(line for line in read(document)[0].lines if line.text.startswith("+64"))
    assert left == pytest.approx(line.x, abs=0.1)
    assert right == pytest.approx(line.ink_end, abs=0.1)
    assert bottom < line.y < top


# -- the checker sees each fault -----------------------------------------------------------------------


def _spoil(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with open_pdf(data) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def _first(pdf: pikepdf.Pdf, tag: str) -> Any:
    return next(node.raw for node in structure(pdf).walk() if node.tag == tag)


def _xmp_without(pdf: pikepdf.Pdf, key: str) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        del xmp[key]


def _content(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    data = pdf.pages[0].Contents.read_bytes()
    assert old in data
    pdf.pages[0].Contents = pdf.make_stream(data.replace(old, new, 1))


def _delete(of: Callable[[pikepdf.Pdf], Any], key: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        del of(pdf)[key]

    return change


def _set(of: Callable[[pikepdf.Pdf], Any], key: str, value: Any) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        of(pdf)[key] = value

    return change


NAME = pikepdf.Name
SPOILT: list[tuple[str, Callable[[pikepdf.Pdf], None]]] = [
    ("the document states no language", _delete(lambda p: p.Root, "/Lang")),
    ("the document is not marked as tagged", _delete(lambda p: p.Root, "/MarkInfo")),
    ("the document calls its tags suspect", _set(lambda p: p.Root.MarkInfo, "/Suspects", True)),
    ("the title is not displayed", _delete(lambda p: p.Root, "/ViewerPreferences")),
    ("there is no XMP", _delete(lambda p: p.Root, "/Metadata")),
    ("XMP does not say PDF/UA-1", lambda p: _xmp_without(p, "pdfuaid:part")),
    ("XMP has no title", lambda p: _xmp_without(p, "dc:title")),
    ("the two titles differ", _set(lambda p: p.docinfo, "/Title", "Another")),
    ("there is no structure tree", _delete(lambda p: p.Root, "/StructTreeRoot")),
    (
        "font /F0 is not embedded",
        _delete(lambda p: p.pages[0].Resources.Font.F0.DescendantFonts[0].FontDescriptor, "/FontFile2"),
    ),
    ("font /F0 is not composite", _set(lambda p: p.pages[0].Resources.Font.F0, "/Encoding", NAME.WinAnsi)),
    ("an embedded file has no name", _delete(lambda p: p.Root.Names.EmbeddedFiles.Names[1], "/UF")),
    ("the root is no Document", _set(lambda p: p.Root.StructTreeRoot.K, "/S", NAME.Part)),
    ("Fancy is no standard type", _set(lambda p: _first(p, "Part"), "/S", NAME.Fancy)),
    ("H3 follows H0", _set(lambda p: _first(p, "H1"), "/S", NAME.H3)),
    ("a figure has no words", _delete(lambda p: _first(p, "Figure"), "/Alt")),
    ("a figure has no box", _delete(lambda p: _first(p, "Figure"), "/A")),
    ("a header cell has no scope", _delete(lambda p: _first(p, "TH"), "/A")),
    ("has another parent", _set(lambda p: _first(p, "P"), "/P", pikepdf.Dictionary())),
    ("a table's rows differ in length", lambda p: _first(p, "TR").K.__delitem__(0)),
    ("P inside Table", _set(lambda p: _first(p, "TR"), "/S", NAME.P)),
    ("TH outside of TR", _set(lambda p: _first(p, "TR"), "/S", NAME.P)),
    ("LI outside of L", _set(lambda p: _first(p, "L"), "/S", NAME.Sect)),
    ("P inside LI", _set(lambda p: _first(p, "LBody"), "/S", NAME.P)),
    ("page 1 does not tab", _delete(lambda p: p.pages[0].obj, "/Tabs")),
    ("page 1 is not in the parent tree", _delete(lambda p: p.pages[0].obj, "/StructParents")),
    ("the parent tree is wrong", lambda p: p.Root.StructTreeRoot.ParentTree.Nums[1].__setitem__(0, p.Root)),
    ("neither tagged nor an artifact", lambda p: _content(p, b"/Artifact BMC", b"/Span BMC")),
    ("uses a mark twice", lambda p: _content(p, b"/MCID 1", b"/MCID 0")),
    ("belongs to no element", lambda p: _content(p, b"/MCID 1", b"/MCID 99")),
    ("belongs to two elements", lambda p: _first(p, "P").__setitem__("/K", 0)),
    ("a link is not tagged", _set(lambda p: _first(p, "Link"), "/S", NAME.Span)),
    ("a link is not in the parent tree", _delete(lambda p: p.pages[0].Annots[0], "/StructParent")),
    ("a link has no words", _delete(lambda p: p.pages[0].Annots[0], "/Contents")),
    ("Chinese text is called en", _delete(lambda p: _first(p, "Span"), "/Lang")),
]


@pytest.mark.parametrize(("fault", "change"), SPOILT, ids=[fault for fault, _ in SPOILT])
def test_the_checker_sees_that(document: bytes, fault: str, change: Callable[[pikepdf.Pdf], None]) -> None:
    found = faults(_spoil(document, change))
    assert any(fault in one for one in found), found


def test_ink_may_be_kept_and_drawn_again() -> None:
    band = Band(stack([Ink("0 0 m 10 0 l S", 5), Ink("", 5)]))
    assert band.program is band.program
