"""What stands on every page: whose copy, which revision, which page, and whom to ring."""

from __future__ import annotations

from planner.export.pdf.look import LINE
from planner.export.pdf.nodes import Group, Placed
from planner.export.pdf.press import Press
from planner.export.pdf.shapes import rule
from planner.export.pdf.shaping import Span
from planner.export.pdf.writer import TaggedWriter
from planner.itinerary.item import Itinerary
from planner.message import N_


def draw_furniture(press: Press, writer: TaggedWriter, itinerary: Itinerary, page: int, pages: int) -> None:
    """Draw the head and the foot of a page, as artifacts."""
    look, sheet = press.look, press.sheet
    style = look.label
    head: list[Span] = [Span(f"{itinerary.initials}   ", look.label_bold, press.first.lang)]
    for tongue in press.tongues:
        said, lang = press.wording(itinerary.title, tongue)
        head.append(Span(f"{said}  ", style, lang))
    left = press.compositor.text(head, style, press.first.lang, sheet.measure * 0.62)
    revision = [
        N_("Draft of {date}", date=itinerary.made_on)
        if itinerary.revision is None
        else N_("Revision {number}, {date}", number=itinerary.revision, date=itinerary.made_on)
    ]
    said = "  ".join(tongue.say(revision[0]) for tongue in press.tongues)
    right = press.compositor.text(said, style, press.first.lang, sheet.measure, align="right")
    top = sheet.top - 3.2 * look.unit - style.leading
    writer.furniture(left, sheet.side, top, "Header")
    writer.furniture(right, sheet.side, top, "Header")
    foot = sheet.height - sheet.bottom + 2.4 * look.unit
    number = press.compositor.text(f"{page} / {pages}", look.label_bold, "en", sheet.measure, align="right")
    kids = [Placed(0, 0, rule(sheet.measure, LINE)), Placed(0, 1.2 * look.unit, number)]
    if itinerary.ring:
        first = itinerary.ring[0]
        spans = []
        for tongue in press.tongues:
            role, lang = press.wording(first.role, tongue)
            spans.append(Span(f"{role}  ", style, lang))
        spans.append(Span(first.telephone.replace(" ", "\u00a0"), look.label_bold, "en"))
        kids.append(
            Placed(0, 1.2 * look.unit, press.compositor.text(spans, style, "en", sheet.measure * 0.8))
        )
    writer.furniture(Group(tuple(kids), style.leading), sheet.side, foot, "Footer")
