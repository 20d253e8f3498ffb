"""The wallet card for an emergency: four panels to cut out and fold twice, for helpers who read Chinese.

Folded, it is as large as a bank card (85.6 × 54 mm). Each panel says its thing in Chinese first and in the
reader's language below.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from planner.export.pdf.address_cards import reader_tongue
from planner.export.pdf.flow import Band, Block
from planner.export.pdf.icons import icon
from planner.export.pdf.look import GREY, INK, WARN
from planner.export.pdf.nodes import Bookmark, Group, Ink, Node, Placed
from planner.export.pdf.paper import MM
from planner.export.pdf.press import Press, Tongue, Value
from planner.export.pdf.shapes import box, rule
from planner.export.pdf.shaping import Span
from planner.export.pdf.style import TextStyle, text_style
from planner.export.pdf.tags import Role
from planner.itinerary.item import EmergencyCard, Fact, Itinerary
from planner.message import N_, Message

TITLE = N_("Emergency card")
CUT = N_("Cut along the outer line, fold along the dashed lines, and keep it in your wallet.")
WIDTH, HEIGHT = 85.6 * MM, 54 * MM
_PAD = 3.2 * MM
_GAP = 2.4
_SMALLEST = 15
"""How many steps the type may shrink: to 4 points and a half, the least that still reads."""


class _Type:
    """Card type: small enough for a wallet, whatever the rest is printed in."""

    def __init__(self, press: Press, factor: float) -> None:
        look = press.look
        self.factor = factor

        def style(like: TextStyle, size: float) -> TextStyle:
            return text_style(like.typeface, size * factor, 1.24 * size * factor, like.colour)

        self.name = style(look.bold, 10.5)
        self.bold = style(look.bold, 7.6)
        self.body = style(look.body, 7.6)
        self.small = style(look.quiet, 6.4)
        self.alarm = text_style(look.bold.typeface, 11.5 * factor, 14 * factor, WARN)
        self.number = style(look.bold, 15)


Panel = Callable[[Press, EmergencyCard, _Type, float], Group]


def emergency_cards(press: Press, itinerary: Itinerary) -> Iterator[Band]:
    """A part on its own page, a card for each traveller."""
    if not itinerary.emergency_cards:
        return
    look = press.look
    measure = press.sheet.measure
    part = press.part(TITLE)
    yield Band(press.title(TITLE, measure), (part,), holds_next=True, new_page=True)
    yield Band(press.both(CUT, look.quiet, measure), (part,), before=look.unit, holds_next=True)
    for card in itinerary.emergency_cards:
        path = (part, Role("Sect"))
        heading = press.line(card.traveller, look.day, width=measure, tag="H2")
        if len(heading.setting.lines) > 2:  # a name that long would push its card to the next page
            heading = press.line(card.traveller, look.bold, width=measure, tag="H2")
        title = Group((Placed(0, 0, heading),), heading.height, bookmark=Bookmark(card.traveller, 1))
        block = Block()
        yield Band(title, path, before=6 * look.unit, blocks=(block,), holds_next=True)
        for i, sheet in enumerate(_sheets(press, card, measure)):
            blocks = (block,) if i == 0 else ()
            yield Band(sheet, path, before=4 * look.unit, blocks=blocks)


def _sheets(press: Press, card: EmergencyCard, measure: float) -> Iterator[Group]:
    """The card's four panels: two by two, or on narrow paper two strips of two."""
    panels = (_who, _ill, _reach, _where)
    if measure >= 2 * WIDTH:
        yield _sheet(press, card, panels, 2, measure)
    else:
        yield _sheet(press, card, panels[:2], 1, measure)
        yield _sheet(press, card, panels[2:], 1, measure)


def _sheet(
    press: Press, card: EmergencyCard, panels: tuple[Panel, ...], across: int, measure: float
) -> Group:
    left = (measure - across * WIDTH) / 2
    down = len(panels) // across
    height = down * HEIGHT
    kids: list[Placed] = [Placed(left, 0, box(across * WIDTH, height, line=INK, weight=0.6))]
    if across == 2:
        kids.append(Placed(left + WIDTH, 0, _fold(height)))
    for row in range(1, down):
        kids.append(Placed(left, row * HEIGHT, rule(across * WIDTH, GREY, 0.5, dash="[3 3] 0")))
    kids.append(Placed(left - 14, -4, icon("scissors", 11, GREY)))
    for i, panel in enumerate(panels):
        x, y = left + (i % across) * WIDTH, (i // across) * HEIGHT
        kids.append(Placed(x + _PAD, y + _PAD, _fitted(press, card, panel)))
    return Group(tuple(kids), height)


def _fold(height: float) -> Node:
    grey = "{:.3g} {:.3g} {:.3g} RG".format(*GREY)
    return Ink(f"[3 3] 0 d {grey} 0.5 w 0 0 m 0 {-height:.2f} l S", height)


def _fitted(press: Press, card: EmergencyCard, panel: Panel) -> Node:
    """The panel in the largest type that fits in it, or in the smallest if none does."""
    width, depth = WIDTH - 2 * _PAD, HEIGHT - 2 * _PAD

    def at(step: int) -> Group:
        return panel(press, card, _Type(press, 1.3 - 0.05 * step), width)

    step = bisect_left(range(_SMALLEST), True, key=lambda step: at(step).height <= depth)
    return at(step)


def _tongues(press: Press) -> tuple[Tongue, ...]:
    """Chinese first: it is read by those who help."""
    chinese = reader_tongue(press)
    return (chinese, *(tongue for tongue in press.tongues if not tongue.is_chinese))


def _lines(
    press: Press, label: Message, value: Value | Callable[[Tongue], str], kind: _Type, width: float
) -> Group:
    """A labelled fact in each language, one below the other."""
    nodes: list[Node] = []
    for i, tongue in enumerate(_tongues(press)):
        said, lang = press.wording(value(tongue) if callable(value) else value, tongue)
        spans = [
            Span(f"{tongue.say(label)}{tongue.colon}", kind.small, tongue.lang),
            Span(said, kind.bold if i == 0 else kind.body, lang),
        ]
        nodes.append(press.compositor.text(spans, kind.body, tongue.lang, width))
    return press.rows(nodes)


def _who(press: Press, card: EmergencyCard, kind: _Type, width: float) -> Group:
    rows: list[Node] = []
    size = kind.alarm.size
    for i, tongue in enumerate(_tongues(press)):
        words = N_("Emergency: patient under treatment, please help")
        said = press.text(
            words, kind.alarm if i == 0 else kind.bold, tongue, width - (size + 6 if i == 0 else 0)
        )
        if i == 0:
            mark = icon("siren", size, WARN)
            rows.append(Group((Placed(0, 0.1 * size, mark), Placed(size + 6, 0, said)), said.height))
        else:
            rows.append(said)
    if card.name_hanzi:
        rows.append(press.compositor.text(card.name_hanzi, kind.name, "zh-CN", width))
    rows.append(press.line(card.traveller, kind.name, width=width))
    if born := card.born_on:
        rows.append(_lines(press, N_("Born"), lambda tongue: tongue.date(born, "medium"), kind, width))
    if card.passport_number:
        rows.append(_lines(press, N_("Passport"), card.passport_number, kind, width))

    def place_and_speech(tongue: Tongue) -> list[Span]:
        spans: list[Span] = []
        if card.nationality:
            spans += [
                Span(f"{tongue.say(N_('Nationality'))}{tongue.colon}", kind.small, tongue.lang),
                Span(tongue.translator.territory(card.nationality), kind.body, tongue.lang),
            ]
        if card.languages:
            names = tongue.spoken(card.languages)
            head = f"{tongue.comma if spans else ''}{tongue.say(N_('Speaks'))}{tongue.colon}"
            spans += [Span(head, kind.small, tongue.lang), Span(names, kind.body, tongue.lang)]
        return spans

    for tongue in _tongues(press):
        if spans := place_and_speech(tongue):
            rows.append(press.compositor.text(spans, kind.body, tongue.lang, width))
    return press.rows(rows, gap=_GAP * kind.factor)


def _ill(press: Press, card: EmergencyCard, kind: _Type, width: float) -> Group:
    rows: list[Node] = []
    if card.condition:
        rows.append(_lines(press, N_("Illness"), card.condition, kind, width))
    allergies: tuple[Value, ...] = card.allergies or ()
    if card.allergies is None:
        rows.append(_lines(press, N_("Allergies"), N_("not known"), kind, width))
    elif not allergies:
        rows.append(_lines(press, N_("Allergies"), N_("none known"), kind, width))
    for allergy in allergies:
        rows.append(_lines(press, N_("Allergy"), allergy, kind, width))
    for medicine in card.medicines:
        rows.append(_lines(press, N_("Medicine"), medicine, kind, width))
    return press.rows(rows, gap=_GAP * kind.factor)


def _reach(press: Press, card: EmergencyCard, kind: _Type, width: float) -> Group:
    people: list[Node] = []
    for person in card.contacts:
        number = person.telephone.replace(" ", "\u00a0")
        rows: list[Node] = []
        for i, tongue in enumerate(_tongues(press)):
            role, role_lang = press.wording(person.role, tongue)
            name, lang = press.wording(person.name, tongue)
            spans = [Span(f"{role}  ", kind.small, role_lang), Span(name, kind.body, lang)]
            if i == 0:
                spans.append(Span(f"  {number}", kind.bold, lang))
            rows.append(press.compositor.text(spans, kind.body, tongue.lang, width))
        people.append(press.rows(rows))
    return press.rows(people, gap=_GAP * kind.factor)


def _where(press: Press, card: EmergencyCard, kind: _Type, width: float) -> Group:
    rows: list[Node] = [_numbers(press, card.numbers, kind, width)]
    hospital = card.hospital
    if hospital:
        for i, tongue in enumerate(_tongues(press)):
            style = kind.name if i == 0 else kind.body
            rows.append(press.text(hospital.name, style, tongue, width))
            if hospital.address:
                rows.append(press.text(hospital.address, kind.body, tongue, width))
            if card.emergency_entrance:
                rows.append(press.text(card.emergency_entrance, kind.bold, tongue, width))
        if hospital.telephone:
            rows.append(press.line(hospital.telephone.replace(" ", "\u00a0"), kind.bold, width=width))
    return press.rows(rows, gap=_GAP * kind.factor)


def _numbers(press: Press, numbers: tuple[Fact, ...], kind: _Type, width: float) -> Group:
    """The country's emergency numbers side by side."""
    if not numbers:
        return Group((), 0.0)
    each = width / len(numbers)
    kids: list[Placed] = []
    height = 0.0
    for i, fact in enumerate(numbers):
        rows: list[Node] = [press.line(str(fact.value), kind.number, width=each)]
        rows += [press.text(fact.label, kind.small, tongue, each - 2) for tongue in _tongues(press)]
        cell = press.rows(rows)
        height = max(height, cell.height)
        kids.append(Placed(i * each, 0, cell))
    return Group(tuple(kids), height)
