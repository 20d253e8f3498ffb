"""Everybody the traveller may need to reach, with what they do, what they speak and their number."""

from __future__ import annotations

from collections.abc import Iterator

from planner.export.pdf.flow import Band, Block
from planner.export.pdf.look import ACCENT, LINE, baseline
from planner.export.pdf.nodes import Group, Node, Placed
from planner.export.pdf.press import Press, Tongue
from planner.export.pdf.qr import qr_figure
from planner.export.pdf.shapes import rule
from planner.export.pdf.shaping import Span
from planner.export.pdf.tags import Role
from planner.itinerary.item import Itinerary, PersonLine
from planner.message import N_

TITLE = N_("Contacts")


def contact_list(press: Press, itinerary: Itinerary) -> Iterator[Band]:
    """A part on its own page, a row for each person."""
    people = itinerary.contacts
    if not people:
        return
    look = press.look
    measure = press.sheet.measure
    part = press.part(TITLE)
    yield Band(press.title(TITLE, measure), (part,), holds_next=True, new_page=True)
    if itinerary.ring and itinerary.ring[0].telephone:
        yield Band(_scan(press, itinerary.ring[0], measure), (part,), before=4 * look.unit, blocks=(Block(),))
    numbers = [f"{person.telephone}" for person in people if person.telephone]
    number = max((press.compositor.width(said, look.dial, "en") for said in numbers), default=0.0)
    wechat = max(
        (press.compositor.width(_wechat(press, person), look.label, "en") for person in people), default=0.0
    )
    last = max(number, wechat) + 2
    for i, person in enumerate(people):
        node = _row(press, person, measure, last, strong=i == 0)
        yield Band(node, (part, Role("Sect")), before=(5 if i == 0 else 0) * look.unit, blocks=(Block(),))


def _scan(press: Press, person: PersonLine, measure: float) -> Group:
    """The first number as a code that a telephone keeps as a contact, with the same in words beside it."""
    look = press.look
    name = press.wording(person.name, press.first)[0]
    number = person.telephone
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL:{number.replace(' ', '')}\r\nEND:VCARD\r\n"
    size = 18 * look.unit
    words = N_("Scan this with your telephone to keep the number of {name}.", name=person.name)
    alt = press.first.say(N_("Contact card of {name}, {number}", name=name, number=number))
    code = qr_figure(press.compositor.code(card), size, alt, press.first.lang)
    inset = size + 2 * look.unit
    said = press.both(words, look.quiet, measure - inset)
    dial = press.line(number.replace(" ", "\u00a0"), look.dial, width=measure - inset)
    beside = press.rows((said, dial), gap=look.unit)
    top = max(0.0, (size - beside.height) / 2)
    return Group((Placed(0, 0, code), Placed(inset, top, beside)), max(size, beside.height))


def _wechat(press: Press, person: PersonLine) -> str:
    """The account, after what its network is called in each language of the paper."""
    names = dict.fromkeys(tongue.say(N_("WeChat")) for tongue in press.tongues)
    return " ".join((*names, person.wechat)) if person.wechat else ""


def _row(press: Press, person: PersonLine, measure: float, last: float, *, strong: bool) -> Group:
    look = press.look
    words = measure - last - 4 * look.unit

    def role(tongue: Tongue) -> list[Span]:
        said, lang = press.wording(person.role, tongue)
        spans = [Span(said, look.label, lang)]
        if person.languages:
            names = tongue.spoken(person.languages)
            spans.append(Span(f"{tongue.dot}{names}", look.label, tongue.lang))
        return spans

    def name(tongue: Tongue) -> list[Span]:
        said, lang = press.wording(person.name, tongue)
        spans = [Span(said, look.bold, lang)]
        if person.pinyin and not tongue.is_chinese and person.pinyin != said:
            spans.append(Span(f"  {person.pinyin}", look.quiet, "zh-Latn-pinyin"))
        return spans

    rows: list[Node] = [press.both(role, look.label, words), press.both(name, look.bold, words)]
    if person.vehicle:
        rows.append(press.both(person.vehicle, look.quiet, words))
    left = press.rows(rows)
    numbers: list[Node] = []
    if person.telephone:
        said = person.telephone.replace(" ", "\u00a0")
        numbers.append(press.line(said, look.dial, width=last, align="right"))
    if person.wechat:
        numbers.append(press.line(_wechat(press, person), look.label, width=last, align="right"))
    right = press.rows(numbers)
    pad = 1.3 * look.unit
    drop = look.label.leading + baseline(look.bold) - baseline(look.dial) if person.telephone else 0.0
    colour, weight = (ACCENT, 1.4) if strong else (LINE, 0.5)
    return Group(
        (
            Placed(0, 0, rule(measure, colour, weight)),
            Placed(0, pad, left),
            Placed(measure - last, pad + drop, right),
        ),
        max(left.height, drop + right.height) + 2 * pad,
    )
