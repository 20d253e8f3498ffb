"""The whole itinerary as a PDF."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain

from planner.export.pdf.address_cards import address_cards
from planner.export.pdf.check_lists import afterwards, check_lists
from planner.export.pdf.compositor import Compositor
from planner.export.pdf.contact_list import contact_list
from planner.export.pdf.course_pages import course_pages
from planner.export.pdf.cover import cover
from planner.export.pdf.day_pages import day_pages
from planner.export.pdf.emergency_cards import emergency_cards
from planner.export.pdf.flow import Band, PlacedBand, paginate
from planner.export.pdf.furniture import draw_furniture, furniture
from planner.export.pdf.glance import glance
from planner.export.pdf.logo import NAME as LOGO
from planner.export.pdf.logo import Logo, logo_figure, read_logo
from planner.export.pdf.metadata import EmbeddedFile, Metadata
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
    """How an itinerary is printed. ``files`` travel inside the PDF, such as the calendar file.

    ``logo`` is the agency's, a picture made ready for paper (``planner.export.pdf.logo``).
    """

    paper: Paper = Paper.A4
    large_print: bool = False
    files: tuple[EmbeddedFile, ...] = ()
    logo: bytes = b""


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
    with _garbage_left_alone():
        return _render(setter, itinerary, options, made_at, progress)


@contextmanager
def _garbage_left_alone() -> Iterator[None]:
    """Looking for garbage cycles costs an eighth of a rendering, which makes none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _render(
    setter: Press,
    itinerary: Itinerary,
    options: PrintOptions,
    made_at: dt.datetime,
    progress: Progress | None,
) -> bytes:
    logo = read_logo(options.logo) if options.logo else None
    pages = set_pages(setter, itinerary, logo)
    repeated = furniture(setter, itinerary, len(pages))
    writer = TaggedWriter((setter.sheet.width, setter.sheet.height), setter.first.lang)
    if logo is not None:
        writer.pictures[LOGO] = logo.xobject()
    for number, page in enumerate(pages, 1):
        if progress:
            progress(number - 1, len(pages))
        writer.begin_page()
        draw_furniture(setter, writer, repeated, number, len(pages))
        for placed in page:
            _draw(writer, placed, setter)
        writer.end_page(setter.compositor.deflated)
    if progress:
        progress(len(pages), len(pages))
    setter.compositor.forget_unused()
    return writer.finish(_metadata(setter, itinerary, made_at), options.files, setter.compositor.font_parts)


def set_pages(setter: Press, itinerary: Itinerary, logo: Logo | None = None) -> list[list[PlacedBand]]:
    """Every part set and put on pages, before anything is drawn."""
    if logo is None:
        return paginate(_bands(setter, itinerary), setter.sheet.depth)
    above = _logo(setter, itinerary, logo)
    return paginate(chain((above,), _bands(setter, itinerary, above.height)), setter.sheet.depth)


def _logo(setter: Press, itinerary: Itinerary, logo: Logo) -> Band:
    """The agency's logo, above its name on the cover."""
    alt, lang = setter.wording(itinerary.agency, setter.first)
    path = (setter.part(itinerary.title),)
    return Band(logo_figure(logo, alt, lang), path, holds_next=True)


Part = Callable[[Press, Itinerary], Iterator[Band]]

_PARTS: tuple[tuple[Part, tuple[str, ...]], ...] = (
    (
        cover,
        (
            "title",
            "agency",
            "travellers",
            "key_facts",
            "ring",
            "audience",
            "made_on",
            "revision",
            "changed_since",
            "changes",
            "reference",
            "provisional_years",
            "disclaimer",
        ),
    ),
    (glance, ("months", "days")),
    (check_lists, ("checklists", "before", "changes")),
    (stay_pages, ("stays", "stay_notes")),
    (day_pages, ()),
    (afterwards, ("after", "changes")),
    (course_pages, ("courses", "changes")),
    (address_cards, ("addresses",)),
    (emergency_cards, ("emergency_cards",)),
    (phrase_pages, ("phrases",)),
    (contact_list, ("contacts", "ring")),
)
"""The parts in the order they are read, each with what of the itinerary it is made from; the day pages see to
their days themselves."""


def _bands(setter: Press, itinerary: Itinerary, above: float = 0.0) -> Iterator[Band]:
    """``above``: points at the head of the first page that are taken."""
    for part, fields in _PARTS:
        made_from: list[object] = [getattr(itinerary, name) for name in fields]
        if part is cover:
            made = partial(cover, setter, itinerary, above=above)
            yield from setter.kept(part.__name__, [*made_from, above], made)
        elif fields:
            yield from setter.kept(part.__name__, made_from, partial(part, setter, itinerary))
        else:
            yield from part(setter, itinerary)


def _draw(writer: TaggedWriter, placed: PlacedBand, setter: Press) -> None:
    x, y = setter.sheet.side, setter.sheet.top + placed.y
    if placed.continued:
        writer.furniture(placed.band.node, x, y, "")
    else:
        writer.draw(placed.band.program, x, y, placed.band.path)


def _metadata(setter: Press, itinerary: Itinerary, made_at: dt.datetime) -> Metadata:
    said = setter.first.say
    return Metadata(
        title=" · ".join(tongue.say(itinerary.title) for tongue in setter.tongues),
        author=setter.wording(itinerary.agency, setter.first)[0],
        subject=said(itinerary.reference),
        languages=tuple(tongue.lang for tongue in setter.tongues),
        created=made_at,
    )
