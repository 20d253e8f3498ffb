"""What stands on every page: whose copy, which revision, which page, and whom to ring."""

from __future__ import annotations

from planner.export.pdf.look import LINE
from planner.export.pdf.nodes import Group, Placed, Text
from planner.export.pdf.press import Press
from planner.export.pdf.shapes import rule
from planner.export.pdf.shaping import Span
from planner.export.pdf.writer import TaggedWriter
from planner.itinerary.item import Itinerary
from planner.message import N_


def draw_furniture(press: Press, writer: TaggedWriter, itinerary: Itinerary, page: int, pages: int) -> None:
    """Draw the head and the foot of a page, as artifacts."""
    look, sheet = press.look, press.sheet
    label = look.label
    left, right = _head(press, itinerary)
    top = sheet.top - 3.2 * look.unit - label.leading
    writer.furniture(left, sheet.side, top, "Header")
    writer.furniture(right, sheet.side, top, "Header")
    number = press.compositor.text(f"{page} / {pages}", look.label_bold, "en", sheet.measure, align="right")
    down = 1.2 * look.unit
    kids = [Placed(0, 0, rule(sheet.measure, LINE)), Placed(0, down, number)]
    if foot := _foot(press, itinerary, sheet.measure - number.setting.width - 4 * look.unit):
        kids.append(Placed(0, down, foot))
    y = sheet.height - sheet.bottom + 2.4 * look.unit
    writer.furniture(Group(tuple(kids), label.leading), sheet.side, y, "Footer")


def _head(press: Press, itinerary: Itinerary) -> tuple[Text, Text]:
    """Initials and title on the left, revision and date on the right, in as many languages as fit."""
    look, measure = press.look, press.sheet.measure
    revision = (
        N_("Draft of {date}", date=itinerary.made_on)
        if itinerary.revision is None
        else N_("Revision {number}, {date}", number=itinerary.revision, date=itinerary.made_on)
    )
    initials = Span(itinerary.initials, look.label_bold, press.first.lang)
    for titles, revisions in ((None, None), (1, None), (1, 1), (0, None), (0, 1)):
        spans = [initials]
        for tongue in press.tongues[:titles]:
            said, lang = press.wording(itinerary.title, tongue)
            spans.append(Span(f"   {said}" if len(spans) == 1 else f"  {said}", look.label, lang))
        dated = [
            Span(f"{'  ' if i else ''}{tongue.say(revision)}", look.label, tongue.lang)
            for i, tongue in enumerate(press.tongues[:revisions])
        ]
        left = press.compositor.text(spans, look.label, press.first.lang, measure)
        right = press.compositor.text(dated, look.label, press.first.lang, measure, align="right")
        if left.setting.width + right.setting.width + 4 * look.unit <= measure:
            break
    return left, right


def _foot(press: Press, itinerary: Itinerary, width: float) -> Text | None:
    """Whom to ring first, said in as many languages as fit on one line."""
    if not itinerary.ring:
        return None
    look, first = press.look, itinerary.ring[0]
    number = Span(first.telephone.replace(" ", "\u00a0"), look.label_bold, press.first.lang)
    for count in (None, 1, 0):
        spans = []
        for tongue in press.tongues[:count]:
            role, lang = press.wording(first.role, tongue)
            spans.append(Span(f"{role}  ", look.label, lang))
        text = press.compositor.text([*spans, number], look.label, press.first.lang, width)
        if len(text.setting.lines) == 1:
            break
    return text
