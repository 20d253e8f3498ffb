"""Cards to show a driver: the place in large Chinese, how it is said, and where it is on a map."""

from __future__ import annotations

from collections.abc import Iterator

from planner.export.pdf.flow import Band, Block
from planner.export.pdf.look import INK
from planner.export.pdf.nodes import Group, Node, Placed
from planner.export.pdf.press import Press, Tongue, tongue
from planner.export.pdf.qr import qr_figure
from planner.export.pdf.shapes import box
from planner.export.pdf.tags import Role
from planner.itinerary.item import Itinerary, PlaceLine
from planner.message import N_

TITLE = N_("Address cards")
SHOW = N_("Show the card to the driver or to a passer-by.")
TAKE_ME = N_("Please take me here.")


def address_cards(press: Press, itinerary: Itinerary) -> Iterator[Band]:
    """A part on its own page; a card is never split."""
    if not itinerary.addresses:
        return
    measure = press.sheet.measure
    part = press.part(TITLE)
    yield Band(press.title(TITLE, measure), (part,), holds_next=True, new_page=True)
    yield Band(press.both(SHOW, press.look.quiet, measure), (part,), before=press.look.unit, holds_next=True)
    for place in itinerary.addresses:
        before = 4 * press.look.unit
        yield Band(_card(press, place, measure), (part, Role("Sect")), before=before, blocks=(Block(),))


def reader_tongue(press: Press) -> Tongue:
    """The language the people of the country read, whatever the copy is printed in."""
    return next((t for t in press.tongues if t.is_chinese), None) or tongue("zh_CN")


def _card(press: Press, place: PlaceLine, measure: float) -> Group:
    look = press.look
    pad = 4 * look.unit
    chinese = reader_tongue(press)
    code = 20 * look.unit if place.latitude_deg is not None and place.longitude_deg is not None else 0.0
    inner = measure - 2 * pad
    wide = inner - (code + 3 * look.unit if code else 0.0)
    rows: list[Node] = [
        press.text(TAKE_ME, look.driver_small, chinese, wide),
        press.text(place.name, look.driver, chinese, wide, tag="H2"),
    ]
    if place.address:
        rows.append(press.text(place.address, look.driver_small, chinese, wide))
    if place.entrance:
        door = N_("Entrance: {door}", door=place.entrance)
        rows.append(press.text(door, look.driver_small, chinese, wide))
    if place.telephone:
        rows.append(press.line(f"{place.telephone}".replace(" ", "\u00a0"), look.driver_small, width=wide))
    rows.append(_for_the_traveller(press, place, wide))
    body = press.rows(rows, gap=0.6 * look.unit)
    height = max(body.height, code + look.label.leading if code else 0.0) + 2 * pad
    kids = [
        Placed(0, 0, box(measure, height, line=INK, weight=1.0, radius=5)),
        Placed(pad, pad, body),
    ]
    if code:
        where = f"geo:{place.latitude_deg},{place.longitude_deg}"
        said = press.wording(place.name, press.first)[0]
        alt = press.first.say(N_("Map position of {place}", place=said))
        figure = qr_figure(press.compositor.code(where), code, alt, press.first.lang)
        kids.append(Placed(measure - pad - code, pad, figure))
        below = press.line(
            f"{place.latitude_deg}, {place.longitude_deg}", look.label, width=code, align="centre"
        )
        kids.append(Placed(measure - pad - code, pad + code, below))
    return Group(tuple(kids), height)


def _for_the_traveller(press: Press, place: PlaceLine, width: float) -> Node:
    """The same in the reader's own language, and how the Chinese is said."""
    look = press.look
    rows: list[Node] = []
    for own in press.tongues:
        if own.is_chinese:
            continue
        rows.append(press.text(place.name, look.bold, own, width))
        if place.address:
            rows.append(press.text(place.address, look.quiet, own, width))
    for pinyin in (place.pinyin, place.address_pinyin):
        if pinyin:
            rows.append(press.compositor.text(pinyin, look.quiet, "zh-Latn-pinyin", width))
    return press.rows(rows)
