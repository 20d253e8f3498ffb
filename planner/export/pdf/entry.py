"""One entry of a day: when on the left, then what, where, who and what to mind in each language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from planner.export.pdf.changes import barred, change_lines
from planner.export.pdf.flow import Band, Block
from planner.export.pdf.icons import icon
from planner.export.pdf.look import ACCENT, GREY, LINE, TINT, WARN, baseline
from planner.export.pdf.nodes import Group, Node, Placed
from planner.export.pdf.press import Press, Tongue, Value
from planner.export.pdf.shapes import box, rule
from planner.export.pdf.shaping import Span
from planner.export.pdf.tags import Role
from planner.itinerary import labels
from planner.itinerary.item import Change, Fact, Item, ItemKind, PersonLine, PlaceLine, Standing
from planner.message import N_, Message
from planner.record.when import When

ICONS: dict[ItemKind, str] = {
    ItemKind.FLIGHT: "plane-takeoff",
    ItemKind.TRAIN: "train-front",
    ItemKind.CAR: "car",
    ItemKind.COACH: "bus",
    ItemKind.FERRY: "ship",
    ItemKind.WALK: "footprints",
    ItemKind.ARRIVAL: "plane-landing",
    ItemKind.BORDER: "book-user",
    ItemKind.REGISTRATION: "clipboard-pen",
    ItemKind.CHECK_IN: "key-round",
    ItemKind.CHECK_OUT: "log-out",
    ItemKind.CONSULTATION: "stethoscope",
    ItemKind.BLOODS: "test-tube",
    ItemKind.IMAGING: "scan",
    ItemKind.PROCEDURE: "bandage",
    ItemKind.SIMULATION: "person-standing",
    ItemKind.PLANNING: "clipboard-check",
    ItemKind.MDT: "users",
    ItemKind.FRACTION: "target",
    ItemKind.REVIEW: "heart-pulse",
    ItemKind.VISA_STEP: "stamp",
    ItemKind.DOCUMENT: "file-text",
    ItemKind.PAYMENT: "banknote",
    ItemKind.TASK: "square-check",
    ItemKind.NOTICE: "bell",
    ItemKind.OTHER: "circle-dot",
}
#: What is printed of how firm a thing is: of what is confirmed or simply over, nothing.
STANDINGS: dict[Standing, Message] = {
    of: words for of, words in labels.STANDINGS.items() if of not in (Standing.CONFIRMED, Standing.PASSED)
}
PROVISIONAL = N_("provisional")
AT_HOME = N_("Time at home")
FROM = N_("From:")
TO = N_("To:")

_MOVES = frozenset(
    (ItemKind.FLIGHT, ItemKind.TRAIN, ItemKind.CAR, ItemKind.COACH, ItemKind.FERRY, ItemKind.WALK)
)


class EntryGrid:
    """The columns of an entry: time, icon, words."""

    def __init__(self, press: Press, left: float = 0.0) -> None:
        """``left`` is what the first column needs, if that is more than a time of day."""
        unit = press.look.unit
        time = press.compositor.width("00:00", press.look.time, "en") + 5 * unit
        self.time = round(max(time, left))
        self.icon = 5.5 * unit
        self.words = self.time + self.icon
        self.measure = press.sheet.measure - self.words


class Said(set[object]):
    """What a day has said already, so that a door or a car is not described with every entry again."""

    def first(self, *what: object) -> bool:
        """Whether this is said for the first time; from now on it is not."""
        if what in self:
            return False
        self.add(what)
        return True


def entry_bands(
    press: Press,
    item: Item,
    path: tuple[Role, ...],
    day: Block,
    grid: EntryGrid,
    said: Said,
    change: Change | None = None,
) -> Iterator[Band]:
    """The bands of one entry, held together as far as a page can hold them, a ``change`` marked beside it."""
    bands = list(_bands(press, item, path, day, grid, said, change))
    yield bands[0]
    for number, band in enumerate(bands[1:]):
        yield barred(press, band, whole=number > 0) if change else band


def _bands(
    press: Press,
    item: Item,
    path: tuple[Role, ...],
    day: Block,
    grid: EntryGrid,
    said: Said,
    change: Change | None,
) -> Iterator[Band]:
    look = press.look
    role = Role("Sect")
    block = Block()
    rows = list(_rows(press, item, grid, said))
    if change:
        became = press.rows(change_lines(press, change, grid.measure))
        rows.insert(1, Group((Placed(grid.words, 0.0, became),), became.height))
    clock = _clock(press, item, grid)
    head = rows[0]
    lift = max(0.0, baseline(look.time) - baseline(look.heading))
    first = Group(
        (
            Placed(0.0, 0.0, clock),
            Placed(
                grid.time, lift + baseline(look.heading) - 0.88 * look.heading.size, _kind_icon(press, item)
            ),
            Placed(grid.words, lift, head),
        ),
        max(clock.height if len(rows) == 1 else 0.0, lift + head.height),
    )
    overhang = clock.height - first.height
    inner = (*path, role)
    between = 0.25 * look.unit
    top = rule(press.sheet.measure, LINE)
    yield Band(top, path, before=2 * look.unit, blocks=(day, block), holds_next=True)
    yield Band(first, inner, before=look.unit, blocks=(day, block), holds_next=len(rows) > 1)
    for i, row in enumerate(rows[1:], 2):
        height = row.height
        overhang -= height + between
        if i == len(rows) and overhang > 0:
            height += overhang
        node = Group((Placed(0.0, 0.0, row),), height)
        yield Band(node, inner, before=between, blocks=(day, block))


def _kind_icon(press: Press, item: Item) -> Node:
    return icon(ICONS[item.kind], 1.12 * press.look.heading.size, ACCENT)


# -- when ----------------------------------------------------------------------------------------------


def _clock(press: Press, item: Item, grid: EntryGrid) -> Group:
    look = press.look
    nodes: list[Node] = []
    width = grid.time - 1.5 * look.unit
    starts, ends = item.starts, item.ends
    if starts and starts.time:
        nodes.append(press.line(f"{starts.time:%H:%M}", look.time, width=width))
        if starts.date != item.on:
            nodes.append(_small_date(press, starts.date, width))
    elif starts is None and ends and ends.time:
        nodes += _each(press, N_("by {time}", time=ends.time), width, bold=True)
        if ends.date != item.on:
            nodes.append(_small_date(press, ends.date, width))
    if item.home and item.home.time and starts and starts.time:
        nodes.append(_home_time(press, item.home, starts.date, width))
    if starts and ends and ends.time:
        nodes.append(press.line(f"– {ends.time:%H:%M}", look.quiet, width=width))
        if ends.date != starts.date or ends.zone != starts.zone:
            nodes.append(_small_date(press, ends.date, width))
    if item.misses_time:
        nodes += _tag(press, N_("time to be confirmed"), width)
    return press.rows(nodes, gap=0.2 * look.unit)


def _each(press: Press, words: Value, width: float, *, bold: bool = False) -> list[Node]:
    style = press.look.label_bold if bold else press.look.label
    return [press.text(words, style, tongue, width) for tongue in press.tongues]


def _small_date(press: Press, day: dt.date, width: float) -> Node:
    return press.rows(
        press.text(tongue.date(day, "short_day"), press.look.label, tongue, width) for tongue in press.tongues
    )


def _home_time(press: Press, home: When, day: dt.date, width: float) -> Node:
    look = press.look
    size = look.label.size
    said = f"{home.time:%H:%M}"
    mark = icon("house", size, GREY)
    figure = Group(
        (Placed(0, 0, mark),), size, "Figure", press.first.lang, press.first.say(AT_HOME), width=size
    )
    time = press.line(said, look.label, width=width - size - 3)
    kids = [Placed(0, look.label.leading / 2 - size / 2, figure), Placed(size + 3, 0, time)]
    height = time.height
    if home.date != day:
        when = _small_date(press, home.date, width - size - 3)
        kids.append(Placed(size + 3, height, when))
        height += when.height
    return Group(tuple(kids), height)


def _tag(press: Press, words: Message, width: float) -> list[Node]:
    return [press.text(words, press.look.tag, tongue, width) for tongue in press.tongues]


# -- what, where, who ----------------------------------------------------------------------------------


def _rows(press: Press, item: Item, grid: EntryGrid, said: Said) -> Iterator[Node]:
    look = press.look
    alone = not (item.place or item.to_place or item.people or item.preparation or item.facts or item.bring)
    tag = "P" if alone and not item.important and not item.subtitle else "H3"
    title = press.both(item.title, look.heading, grid.measure, tag=tag)
    if item.subtitle or item.standing in STANDINGS:
        yield press.rows((title, press.both(_second_line(press, item), look.quiet, grid.measure)))
    else:
        yield title
    for words in item.important:
        yield _warning(press, words, grid)
    moves = item.kind in _MOVES
    if item.place:
        door = item.kind is not ItemKind.CAR and said.first(item.place.entrance)
        yield _row(press, "map-pin", _place(press, item.place, grid, FROM if moves else None, door), grid)
    if item.to_place:
        door = said.first(item.to_place.entrance)
        named = _is_in_title(item)
        if not named or item.to_place.where or (door and item.to_place.entrance):
            node = _place(press, item.to_place, grid, TO, door, named=named)
            yield _row(press, "arrow-right", node, grid)
    for person in item.people:
        car = said.first(person.contact, person.vehicle)
        yield _row(press, "user", _person(press, person, grid, car), grid)
    for words in item.preparation:
        yield _row(press, "info", press.both(words, look.body, grid.measure), grid)
    if item.bring:
        bring = N_("Bring: {things}", things=tuple(item.bring))
        yield _row(press, "backpack", press.both(bring, look.body, grid.measure), grid)
    for i, fact in enumerate(fact_lines(press, item.facts, grid)):
        yield _row(press, "" if i else "file-text", fact, grid)


def _second_line(press: Press, item: Item) -> Callable[[Tongue], list[Span]]:
    """How firm it is, and the subtitle."""

    def line(tongue: Tongue) -> list[Span]:
        spans: list[Span] = []
        if item.standing in STANDINGS:
            words = labels.standing_words(item.standing, item.kind)
            spans.append(Span(tongue.say(words), press.look.tag, tongue.lang))
        if item.subtitle:
            said, lang = press.wording(item.subtitle, tongue)
            spans.append(Span(f"{tongue.dot}{said}" if spans else said, press.look.quiet, lang))
        return spans

    return line


def _row(press: Press, name: str, node: Node, grid: EntryGrid) -> Group:
    """A row with its small icon before the words; the node's own left edge is that of the words."""
    size = 0.92 * press.look.body.size
    y = press.look.body.leading / 2 - size / 2
    if not name:
        return Group((Placed(grid.words, 0.0, node),), node.height)
    mark = icon(name, size, GREY, weight=1.8)
    inset = grid.words - grid.icon + (grid.icon - 1.5 * press.look.unit - size)
    return Group((Placed(inset, y, mark), Placed(grid.words, 0.0, node)), node.height)


def _warning(press: Press, words: Value, grid: EntryGrid) -> Group:
    look = press.look
    pad = 1.5 * look.unit
    inset = 3.2 * look.unit + look.body.size
    said = press.both(words, look.warning, grid.measure - inset - pad)
    height = said.height + 2 * pad
    frame = box(grid.measure, height, line=WARN, fill=TINT, weight=1.1, radius=2)
    mark = icon("triangle-alert", 1.1 * look.body.size, WARN)
    return Group(
        (
            Placed(grid.words, 0, frame),
            Placed(grid.words + pad, pad + 0.12 * look.body.size, mark),
            Placed(grid.words + inset, pad, said),
        ),
        height,
    )


def _is_in_title(item: Item) -> bool:
    """Whether the title names the place that one goes to."""
    place = item.to_place
    return isinstance(item.title, Message) and place is not None and place.name in item.title.params.values()


def _place(
    press: Press,
    place: PlaceLine,
    grid: EntryGrid,
    label: Message | None,
    door: bool,
    *,
    named: bool = False,
) -> Group:
    """Where it is: place, department, floor and room on one line, then the door to use."""
    look = press.look
    parts = (*(() if named else (place.name,)), *place.where)
    entrance = None
    if (
        door and place.entrance
    ):  # under the place one leaves from, that of a place named above needs its words
        there = N_("Entrance there: {door}", door=place.entrance)
        entrance = there if named else N_("Entrance: {door}", door=place.entrance)

    def line(tongue: Tongue) -> list[Span]:
        spans = [Span(tongue.say(label) + tongue.after_colon, look.quiet, tongue.lang)] if label else []
        for i, part in enumerate(parts):
            said, lang = press.wording(part, tongue)
            spans.append(Span(f"{tongue.comma}{said}" if i else said, look.body, lang))
        return spans

    rows: list[Node] = [press.both(line, look.body, grid.measure)] if parts else []
    if entrance:
        rows.append(press.both(entrance, look.quiet, grid.measure))
    return press.rows(rows)


def _person(press: Press, person: PersonLine, grid: EntryGrid, car: bool) -> Group:
    look = press.look

    def line(tongue: Tongue) -> list[Span]:
        role, role_lang = press.wording(person.role, tongue)
        name, lang = press.wording(person.name, tongue)
        spans = [Span(f"{role}{tongue.colon}", look.quiet, role_lang), Span(name, look.body, lang)]
        if not tongue.is_chinese:
            hanzi = person.name.in_("zh_CN")
            if hanzi and hanzi != name:
                spans += [Span(" ", look.body, lang), Span(hanzi, look.body, "zh-CN")]
        if person.telephone:
            number, number_lang = press.wording(person.telephone, tongue)  # such as 总机转介入科
            spans.append(Span(f"  {_tied(number)}", look.bold, number_lang))
        return spans

    rows: list[Node] = [press.both(line, look.body, grid.measure)]
    if car and person.vehicle:
        rows.append(press.both(person.vehicle, look.quiet, grid.measure))
    return press.rows(rows)


def _tied(number: str) -> str:
    return number.replace(" ", "\u00a0")


def fact_lines(press: Press, facts: tuple[Fact, ...], grid: EntryGrid) -> Iterator[Node]:
    """What a fact is called and what it says, a line each."""
    look = press.look
    for label, values in _merged(facts):

        def line(tongue: Tongue, label: Message = label, values: list[Fact] = values) -> list[Span]:
            spans = [Span(f"{tongue.say(label)}{tongue.colon}", look.quiet, tongue.lang)]
            for i, fact in enumerate(values):
                said, lang = press.wording(fact.value, tongue)
                style = look.bold if fact.mono else look.body
                spans.append(Span(f"{tongue.comma}{said}" if i else said, style, lang))
            return spans

        yield press.both(line, look.body, grid.measure)


def _merged(facts: tuple[Fact, ...]) -> list[tuple[Message, list[Fact]]]:
    """Facts under one label on one line."""
    merged: list[tuple[Message, list[Fact]]] = []
    for fact in facts:
        if merged and merged[-1][0] == fact.label:
            merged[-1][1].append(fact)
        else:
            merged.append((fact.label, [fact]))
    return merged
