"""Things that happen before or after the journey, one below the other with their dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from planner.export.pdf.changes import barred, change_lines
from planner.export.pdf.entry import ICONS, STANDINGS, EntryGrid, fact_lines
from planner.export.pdf.flow import Band, Block
from planner.export.pdf.icons import icon
from planner.export.pdf.look import ACCENT, GREY, LINE, baseline
from planner.export.pdf.nodes import Group, Node, Placed
from planner.export.pdf.press import Press, Tongue
from planner.export.pdf.shapes import rule
from planner.export.pdf.shaping import Span
from planner.export.pdf.tags import Role
from planner.itinerary.item import Change, Fact, Item, ItemKind, Standing
from planner.itinerary.labels import standing_words
from planner.message import N_


def dated_rows(
    press: Press,
    items: Iterable[Item],
    part: Role,
    changed: Mapping[str, Change],
    blocks: tuple[Block, ...] = (),
) -> Iterator[Band]:
    """A band for each item: its date in every language, its time, what it is and where, and what changed."""
    items = tuple(items)
    dates = [(tongue, _date(tongue, item)) for item in items for tongue in press.tongues]
    style = press.look.label_bold
    left = max((press.compositor.width(said, style, tongue.lang) for tongue, said in dates), default=0.0)
    grid = EntryGrid(press, left + 2 * press.look.unit)
    for number, item in enumerate(items):
        before = press.look.unit * (4 if number == 0 else 0)
        change = changed.get(item.key)
        row = _row(press, item, grid, change)
        band = Band(row, (part, Role("Sect")), before=before, blocks=(*blocks, Block()))
        yield barred(press, band, whole=False) if change else band


def _date(tongue: Tongue, item: Item) -> str:
    return tongue.date(item.on, "medium")


def _row(press: Press, item: Item, grid: EntryGrid, change: Change | None) -> Group:
    look = press.look
    done = item.standing is Standing.DONE
    when: list[Node] = [
        press.text(_date(tongue, item), look.label_bold, tongue, grid.time) for tongue in press.tongues
    ]
    if item.starts and item.starts.time and not done:
        when.append(press.line(f"{item.starts.time:%H:%M}", look.bold, width=grid.time))
    left = press.rows(when)
    right = _done(press, item, grid) if done else _open(press, item, grid, change)
    pad = look.unit
    style = look.body if done else look.bold
    size = look.heading.size
    drop = baseline(style) - baseline(look.label_bold)
    mark = icon("check", size, GREY) if done else icon(ICONS[item.kind], size, ACCENT)
    return Group(
        (
            Placed(0, 0, rule(press.sheet.measure, LINE)),
            Placed(0, pad + drop, left),
            Placed(grid.time, pad + style.leading / 2 - size / 2, mark),
            Placed(grid.words, pad, right),
        ),
        max(left.height + drop, right.height) + 2 * pad,
    )


def _done(press: Press, item: Item, grid: EntryGrid) -> Group:
    """What is behind us, in one line."""
    look = press.look

    def line(tongue: Tongue) -> list[Span]:
        said, lang = press.wording(item.title, tongue)
        standing = tongue.say(standing_words(item.standing, item.kind))
        spans = [Span(said, look.body, lang)]
        for amount in _amounts(item):
            said, lang = press.wording(amount.value, tongue)
            spans.append(Span(f"{tongue.comma}{said}", look.body, lang))
        return [*spans, Span(f"{tongue.comma}{standing}", look.quiet, tongue.lang)]

    return press.both(line, look.body, grid.measure)


def _open(press: Press, item: Item, grid: EntryGrid, change: Change | None) -> Group:
    """What is still to come, with all that is to be known of it."""
    look = press.look
    rows: list[Node] = list(change_lines(press, change, grid.measure)) if change else []
    if item.subtitle:
        rows.append(press.both(item.subtitle, look.quiet, grid.measure))
    if item.place:
        rows.append(press.both(item.place.name, look.quiet, grid.measure))
    rows += fact_lines(press, _amounts(item), grid)
    rows += [press.both(more, look.body, grid.measure) for more in (*item.important, *item.preparation)]
    if item.bring:
        rows.append(press.both(N_("Bring: {things}", things=tuple(item.bring)), look.body, grid.measure))
    if item.standing in STANDINGS:
        rows.append(press.both(standing_words(item.standing, item.kind), look.tag, grid.measure))
    title = press.both(item.title, look.bold, grid.measure, tag="H2" if rows else "P")
    return press.rows((title, *rows))


def _amounts(item: Item) -> tuple[Fact, ...]:
    """What is paid: a payment without its amount is a riddle. Of all else the date and the place do."""
    return item.facts if item.kind is ItemKind.PAYMENT else ()
