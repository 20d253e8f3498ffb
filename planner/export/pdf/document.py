"""The whole itinerary as a PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planner.export.pdf.address_cards import address_cards
from planner.export.pdf.check_lists import afterwards, check_lists
from planner.export.pdf.compositor import Compositor
from planner.export.pdf.contact_list import contact_list
from planner.export.pdf.course_pages import course_pages
from planner.export.pdf.cover import cover
from planner.export.pdf.day_pages import day_pages
from planner.export.pdf.emergency_cards import emergency_cards
from planner.export.pdf.flow import Band, PlacedBand, paginate
from planner.export.pdf.furniture import draw_furniture
from planner.export.pdf.glance import glance
from planner.export.pdf.metadata import EmbeddedFile, Metadata
from planner.export.pdf.nodes import ARTIFACT, Group, Placed
from planner.export.pdf.paper import Paper
from planner.export.pdf.phrase_pages import phrase_pages
from planner.export.pdf.press import Press, press
from planner.export.pdf.stay_pages import stay_pages
from planner.export.pdf.writer import TaggedWriter
from planner.itinerary.item import Itinerary

Progress = Callable[[int, int], None]
"""Called with pages drawn and pages in all; may raise ``Cancelled`` to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """How an itinerary is printed. ``files`` travel inside the PDF, such as the calendar file."""

    paper: Paper = Paper.A4
    large_print: bool = False
    files: tuple[EmbeddedFile, ...] = ()


def render(
    itinerary: Itinerary,
    options: PrintOptions,
    *,
    made_at: dt.datetime,
    compositor: Compositor | None = None,
    progress: Progress | None = None,
) -> bytes:
    """The itinerary as a tagged PDF. The same arguments always give the same bytes.

    ``made_at`` is when it is made, with its zone. ``compositor`` remembers what was set before and makes
    the next rendering quicker; it holds words of the record, so it goes when the record is closed.

    Raises:
        Cancelled: ``progress`` raised it; nothing was written.
    """
    setter = press(
        options.paper,
        itinerary.languages,
        large_print=options.large_print,
        compositor=compositor or Compositor(),
    )
    pages = paginate(_bands(setter, itinerary), setter.sheet.depth)
    writer = TaggedWriter((setter.sheet.width, setter.sheet.height), setter.first.lang)
    for number, page in enumerate(pages, 1):
        if progress:
            progress(number - 1, len(pages))
        writer.begin_page()
        draw_furniture(setter, writer, itinerary, number, len(pages))
        for placed in page:
            _draw(writer, placed, setter)
        writer.end_page()
    if progress:
        progress(len(pages), len(pages))
    return writer.finish(_metadata(setter, itinerary, made_at), options.files, setter.compositor.font_parts)


def _bands(setter: Press, itinerary: Itinerary) -> Iterator[Band]:
    yield from cover(setter, itinerary)
    yield from glance(setter, itinerary)
    yield from check_lists(setter, itinerary)
    yield from stay_pages(setter, itinerary)
    yield from day_pages(setter, itinerary)
    yield from afterwards(setter, itinerary)
    yield from course_pages(setter, itinerary)
    yield from address_cards(setter, itinerary)
    yield from emergency_cards(setter, itinerary)
    yield from phrase_pages(setter, itinerary)
    yield from contact_list(setter, itinerary)


def _draw(writer: TaggedWriter, placed: PlacedBand, setter: Press) -> None:
    node = placed.band.node
    if placed.continued:
        node = Group((Placed(0, 0, node),), node.height, ARTIFACT)
    writer.draw(node, setter.sheet.side, setter.sheet.top + placed.y, placed.band.path)


def _metadata(setter: Press, itinerary: Itinerary, made_at: dt.datetime) -> Metadata:
    said = setter.first.say
    return Metadata(
        title=" · ".join(tongue.say(itinerary.title) for tongue in setter.tongues),
        author=setter.wording(itinerary.agency, setter.first)[0],
        subject=said(itinerary.reference),
        languages=tuple(tongue.lang for tongue in setter.tongues),
        created=made_at,
    )
