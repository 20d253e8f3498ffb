"""Entry and stay: on what basis each traveller may be in the country, and until when."""

from __future__ import annotations

from collections.abc import Iterator

from planner.export.pdf.fact_rows import fact_rows
from planner.export.pdf.flow import Band, Block
from planner.export.pdf.icons import icon
from planner.export.pdf.look import ACCENT
from planner.export.pdf.nodes import Bookmark, Group, Placed
from planner.export.pdf.press import Press, Value
from planner.export.pdf.tags import Role
from planner.itinerary.item import Itinerary, StayLine
from planner.message import N_, Message

TITLE = N_("Entry and stay")


def stay_pages(press: Press, itinerary: Itinerary) -> Iterator[Band]:
    """A part on its own page: each traveller's dates, then what everybody must know."""
    if not itinerary.stays and not itinerary.stay_notes:
        return
    look = press.look
    measure = press.sheet.measure
    part = press.part(TITLE)
    yield Band(press.title(TITLE, measure), (part,), holds_next=True, new_page=True)
    for stay in itinerary.stays:
        section = Role("Sect")
        block = Block()
        title = press.line(stay.traveller, look.day, width=measure, tag="H2")
        heading = Group((Placed(0, 0, title),), title.height, bookmark=Bookmark(stay.traveller, 1))
        yield Band(heading, (part, section), before=5 * look.unit, blocks=(block,), holds_next=True)
        facts = list(_facts(stay))
        yield from fact_rows(press, facts, (part, section), (block,), before=1.5 * look.unit)
    notes = Role("L")
    for i, note in enumerate(itinerary.stay_notes):
        size = look.body.size
        said = press.both(note, look.body, measure - 2.2 * size, tag="LBody")
        mark = icon("info", size, ACCENT)
        kids = (Placed(0, look.body.leading / 2 - size / 2, mark), Placed(2.2 * size, 0, said))
        before = look.unit * (6 if i == 0 else 1.5)
        yield Band(Group(kids, said.height, "LI"), (part, notes), before=before)


def _facts(stay: StayLine) -> Iterator[tuple[Message, Value]]:
    yield N_("Basis of entry"), stay.basis
    rows: tuple[tuple[Message, Value | None], ...] = (
        (N_("Visa number"), stay.visa_number),
        (N_("Entries"), stay.entries),
        (N_("Enter by"), stay.enter_by),
        (N_("Planned entry") if stay.planned else N_("Entered"), stay.entered),
        (N_("Register the address by"), stay.register_by),
        (N_("To stay longer, apply by"), stay.apply_by),
        (N_("Last day"), stay.last_day),
        (N_("Last day if the day of entry counts"), stay.careful_last_day),
        (N_("Last moment"), stay.last_moment),
    )
    for label, value in rows:
        if value and not (label.msgid == "Last day if the day of entry counts" and value == stay.last_day):
            yield label, value
