"""What stands on every page: whose copy, which revision, which page, and whom to ring."""

from __future__ import annotations

from dataclasses import dataclass

from planner.export.pdf.look import LINE
from planner.export.pdf.nodes import Group, Placed, Text
from planner.export.pdf.press import Press
from planner.export.pdf.shapes import rule
from planner.export.pdf.shaping import Span
from planner.export.pdf.writer import TaggedWriter
from planner.itinerary.item import Itinerary
from planner.message import N_


@dataclass(frozen=True, slots=True)
class Furniture:
    """The head and the foot of every page, made once: only the number of the page differs."""

    head: Group
    foot: Group


def furniture(press: Press, itinerary: Itinerary, pages: int) -> Furniture:
    """What stands on each of so many pages."""
    look, sheet = press.look, press.sheet
    left, right = _head(press, itinerary)
    head = Group((Placed(0, 0, left), Placed(0, 0, right)), look.label.leading)
    kids = [Placed(0, 0, rule(sheet.measure, LINE))]
    widest = _number(press, pages, pages).setting.width
    if foot := _foot(press, itinerary, sheet.measure - widest - 4 * look.unit):
        kids.append(Placed(0, _foot_down(press), foot))
    return Furniture(head, Group(tuple(kids), look.label.leading))


def draw_furniture(press: Press, writer: TaggedWriter, made: Furniture, page: int, pages: int) -> None:
    """Draw the head and the foot of a page, as artifacts."""
    look, sheet = press.look, press.sheet
    top = sheet.top - 3.2 * look.unit - look.label.leading
    writer.furniture(made.head, sheet.side, top, "Header", repeated=True)
    y = sheet.height - sheet.bottom + 2.4 * look.unit
    writer.furniture(made.foot, sheet.side, y, "Footer", repeated=True)
    writer.furniture(_number(press, page, pages), sheet.side, y + _foot_down(press), "Footer")


def _number(press: Press, page: int, pages: int) -> Text:
    measure = press.sheet.measure
    return press.compositor.text(f"{page} / {pages}", press.look.label_bold, "en", measure, align="right")


def _foot_down(press: Press) -> float:
    return 1.2 * press.look.unit


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
