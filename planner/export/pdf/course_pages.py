"""The treatment course: every session in its week with a box to tick, and how many are done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from planner.export.pdf.changes import KINDS, WAS, was_on, word
from planner.export.pdf.entry import AT_HOME, PROVISIONAL, STANDINGS
from planner.export.pdf.fact_rows import fact_rows
from planner.export.pdf.flow import Band, Block
from planner.export.pdf.icons import icon
from planner.export.pdf.look import ACCENT, GREY, INK, LINE, TINT, WHITE, baseline
from planner.export.pdf.nodes import Group, Node, Placed
from planner.export.pdf.press import Press, Tongue, Value
from planner.export.pdf.shapes import box, disc, rule
from planner.export.pdf.shaping import Span
from planner.export.pdf.style import struck
from planner.export.pdf.tags import Role
from planner.itinerary.item import Change, CoursePlan, ItemKind, Itinerary, Session, Standing
from planner.itinerary.labels import standing_words
from planner.message import N_, Message
from planner.record.when import When

TITLE = N_("The treatment course")
_WIDE_ENOUGH = 400.0
"""Points that seven days need side by side."""


@dataclass(frozen=True, slots=True)
class _Remarks:
    """What is said of every session at once, and what changed of each since an earlier revision."""

    common: tuple[Message, ...]
    changed: Mapping[tuple[int | None, When | None], Change]

    def of(self, session: Session) -> Change | None:
        """What changed of one session."""
        return self.changed.get((session.number, session.starts))


def course_pages(press: Press, itinerary: Itinerary) -> Iterator[Band]:
    """A part for each course."""
    changed = {
        (c.item.number, c.item.starts): c for c in itinerary.changes if c.item.kind is ItemKind.FRACTION
    }
    for plan in itinerary.courses:
        part = press.part(TITLE)
        yield Band(press.title(TITLE, press.sheet.measure), (part,), holds_next=True, new_page=True)
        yield from fact_rows(press, list(_facts(plan)), (part,), before=3 * press.look.unit)
        if plan.sessions:
            yield Band(_tally(press, plan), (part,), before=4 * press.look.unit)
            remarks = _Remarks(tuple(_common_remarks(plan)), changed)
            if remarks.common:
                yield Band(_standing(press, remarks.common), (part,), before=2 * press.look.unit)
            if press.sheet.measure >= _WIDE_ENOUGH and not press.stacked:
                yield from _weeks(press, plan, part, remarks)
            else:
                yield from _list(press, plan, part, remarks)


def _facts(plan: CoursePlan) -> Iterator[tuple[Message, Value]]:
    yield N_("Treatment"), plan.modality
    if plan.site:
        yield N_("Where in the body"), plan.site
    if plan.centre:
        yield N_("Treatment centre"), plan.centre.name
    if plan.room:
        yield N_("Treatment room"), plan.room
    if plan.clinician:
        yield N_("Prescribed by"), plan.clinician.name
    dose, total = plan.dose_per_fraction_gy_rbe, plan.total_dose_gy_rbe
    if plan.prescribed and dose is not None and total is not None:
        yield (
            N_("Prescription"),
            N_(
                "{count} sessions of {dose} Gy(RBE), {total} Gy(RBE) in all",
                count=plan.prescribed,
                dose=dose,
                total=total,
            ),
        )
    elif plan.prescribed:
        yield N_("Sessions"), plan.prescribed


# -- how many are done ---------------------------------------------------------------------------------


def _tally(press: Press, plan: CoursePlan) -> Group:
    """A disc for each session, filled when it is done, and the count in words and in large figures."""
    look = press.look
    measure = press.sheet.measure
    total = plan.prescribed or max(session.number for session in plan.sessions)
    figure = press.line(f"{plan.delivered} / {total}", look.numeral, width=measure)
    wide = press.compositor.width(f"{plan.delivered} / {total}", look.numeral, "en") + 4 * look.unit
    size = min(16.0, (measure - wide) / min(total, 24) - 3)
    done = {session.number for session in plan.sessions if session.standing is Standing.DONE}
    kids: list[Placed] = []
    across = int((measure - wide) // (size + 3))
    for i in range(total):
        x, y = (i % across) * (size + 3), (i // across) * (size + 3)
        mark = disc(size, fill=ACCENT) if i + 1 in done else disc(size, line=ACCENT, weight=1.1)
        kids.append(Placed(x, y, mark))
    high = ((total - 1) // across + 1) * (size + 3)
    words = N_("{done} of {total} sessions done", done=plan.delivered, total=total)
    said = press.both(words, look.quiet, measure - wide)
    dots = Group(tuple(kids), high, "Figure", press.first.lang, press.first.say(words), width=measure - wide)
    top = baseline(look.numeral) - 0.34 * look.numeral.size - size / 2
    height = max(figure.height, top + high + said.height)
    return Group((Placed(0, 0, figure), Placed(wide, top, dots), Placed(wide, top + high, said)), height)


# -- weeks side by side --------------------------------------------------------------------------------


def _weeks(press: Press, plan: CoursePlan, part: Role, remarks: _Remarks) -> Iterator[Band]:
    """A table: weekdays across, a row for each week, a card for each session."""
    look = press.look
    days = sorted({session.starts.date.weekday() for session in plan.sessions})
    shown = range(0, max(5, days[-1] + 1))
    cell = press.sheet.measure / len(shown)
    table = Role("Table")
    block = Block(_weekdays(press, shown, cell))
    yield Band(
        _weekdays(press, shown, cell), (part, table), before=5 * look.unit, blocks=(block,), holds_next=True
    )
    for _week, group in groupby(plan.sessions, key=lambda session: session.starts.date.isocalendar()[:2]):
        yield Band(
            _week_row(press, list(group), shown, cell, remarks),
            (part, table),
            before=look.unit,
            blocks=(block,),
        )


def _weekdays(press: Press, shown: range, cell: float) -> Group:
    look = press.look
    cells = []
    height = 0.0
    for place, day in enumerate(shown):
        rows = []
        for tongue in press.tongues:
            name = tongue.translator.weekday_names("wide")[day]
            rows.append(press.text(name, look.label, tongue, cell - 4, tag=""))
        node = press.rows(rows)
        height = max(height, node.height)
        cells.append(Placed(place * cell, 0, Group(node.kids, node.height, "TH", scope="Column")))
    return Group(tuple(cells), height, "TR")


def _week_row(press: Press, sessions: list[Session], shown: range, cell: float, remarks: _Remarks) -> Group:
    cards: list[Placed] = []
    height = 0.0
    gap = 1.5 * press.look.unit
    for place, day in enumerate(shown):
        mine = [session for session in sessions if session.starts.date.weekday() == day]
        nodes = [_card(press, session, cell - gap, remarks) for session in mine]
        node = press.rows(nodes, gap=gap)
        height = max(height, node.height)
        cards.append(Placed(place * cell, 0, Group(node.kids, node.height, "TD")))
    return Group(tuple(cards), height, "TR")


def _card(press: Press, session: Session, width: float, remarks: _Remarks) -> Group:
    look = press.look
    pad = 1.5 * look.unit
    inner = width - 2 * pad
    tick = 3.6 * look.unit
    number = press.line(str(session.number), look.session, width=inner - tick)
    rows: list[Node] = [number]
    date = session.starts.date
    rows.append(
        press.rows(
            press.text(tongue.date(date, "short"), look.bold if i == 0 else look.quiet, tongue, inner)
            for i, tongue in enumerate(press.tongues)
        )
    )
    if session.starts.time:
        rows.append(press.line(f"{session.starts.time:%H:%M}", look.dial, width=inner))
        if session.home and session.home.time:
            rows.append(_home(press, session, inner))
    rows += [
        press.text(words, look.tag, tongue, inner)
        for words in _remarks(session, remarks)
        for tongue in press.tongues
    ]
    if change := remarks.of(session):
        rows += [_changed(press, tongue, session, change, inner) for tongue in press.tongues]
    body = press.rows(rows, gap=0.3 * look.unit)
    height = body.height + 2 * pad
    done = session.standing is Standing.DONE
    off = session.standing in (Standing.MISSED, Standing.CANCELLED)
    frame = box(
        width,
        height,
        line=LINE if off else ACCENT,
        fill=TINT if done else None,
        weight=0.8,
        radius=3,
        dash="[2 2] 0" if off else "",
    )
    kids = [Placed(0, 0, frame), Placed(pad, pad, body)]
    if not off:
        kids.append(Placed(width - pad - tick, pad + 0.5 * look.unit, _tick(tick, done)))
    return Group(tuple(kids), height)


def _tick(size: float, done: bool) -> Group:
    kids = [Placed(0, 0, box(size, size, line=INK, fill=WHITE, weight=1.0, radius=2))]
    if done:
        kids.append(Placed(0, 0, icon("check", size, INK, weight=3)))
    return Group(tuple(kids), size)


def _home(press: Press, session: Session, width: float) -> Group:
    look = press.look
    assert session.home is not None
    assert session.home.time is not None
    size = look.label.size
    alt = press.first.say(AT_HOME)
    mark = Group(
        (Placed(0, 0, icon("house", size, GREY)),), size, "Figure", press.first.lang, alt, width=size
    )
    said = press.line(f"{session.home.time:%H:%M}", look.label, width=width - size - 3)
    return Group((Placed(0, look.label.leading / 2 - size / 2, mark), Placed(size + 3, 0, said)), said.height)


def _remarks(session: Session, remarks: _Remarks) -> Iterator[Message]:
    """What is to be said of one session beyond what is said of all."""
    return (words for words in _all_remarks(session) if words not in remarks.common)


def _changed(press: Press, tongue: Tongue, session: Session, change: Change, width: float) -> Node:
    """What became of it, and the day or the time that it had."""
    look = press.look
    spans = [word(press, tongue, KINDS[change.kind], look.tag)]
    before = was_on(change)
    if isinstance(before, When):
        spans.append(Span(tongue.dot, look.label, tongue.lang))
        spans.append(word(press, tongue, WAS, look.label, after=True))
        day = tongue.date(before.date, "short") if before.date != session.starts.date else ""
        time = f"{before.time:%H:%M}" if before.time and before.time != session.starts.time else ""
        spans.append(Span(" ".join(part for part in (day, time) if part), struck(look.label), tongue.lang))
    return press.compositor.text(spans, look.tag, tongue.lang, width)


def _all_remarks(session: Session) -> Iterator[Message]:
    if session.starts.time is None:
        yield N_("time to be confirmed")
    elif session.standing in STANDINGS and session.standing is not Standing.DONE:
        yield standing_words(session.standing, ItemKind.FRACTION)
    if session.provisional:
        yield PROVISIONAL


def _common_remarks(plan: CoursePlan) -> list[Message]:
    """What holds for every session, said once instead of on each card."""
    each = [list(_all_remarks(session)) for session in plan.sessions]
    return [words for words in each[0] if all(words in more for more in each)] if len(each) > 1 else []


def _standing(press: Press, common: tuple[Message, ...]) -> Group:
    def line(tongue: Tongue) -> list[Span]:
        said = tongue.comma.join(tongue.say(words) for words in common)
        return [
            Span(tongue.say(N_("All sessions:")) + tongue.after_colon, press.look.quiet, tongue.lang),
            Span(said, press.look.bold, tongue.lang),
        ]

    return press.both(line, press.look.body, press.sheet.measure)


# -- one below the other -------------------------------------------------------------------------------


def _list(press: Press, plan: CoursePlan, part: Role, remarks: _Remarks) -> Iterator[Band]:
    """For small paper and large print: a row for each session."""
    look = press.look
    measure = press.sheet.measure
    table = Role("Table")
    block = Block()
    for i, session in enumerate(plan.sessions):
        yield Band(
            _session_row(press, session, measure, remarks),
            (part, table),
            before=5 * look.unit if i == 0 else 0.0,
            blocks=(block,),
        )


def _session_row(press: Press, session: Session, measure: float, remarks: _Remarks) -> Group:
    look = press.look
    tick = 4 * look.unit
    first = press.compositor.width("00", look.session, "en") + 3 * look.unit
    last = press.compositor.width("00:00", look.dial, "en") + tick + 3 * look.unit
    middle = measure - first - last
    number = press.line(str(session.number), look.session, width=first, tag="")
    date: dt.date = session.starts.date

    def said(tongue: Tongue) -> list[Span]:
        words = tongue.comma.join(tongue.say(words) for words in _remarks(session, remarks))
        return [Span(words, look.tag, tongue.lang)] if words else []

    rows: list[Node] = []
    for tongue in press.tongues:
        rows.append(press.text(tongue.date(date, "day"), look.bold, tongue, middle))
        if spans := said(tongue):
            rows.append(press.compositor.text(spans, look.tag, tongue.lang, middle))
        if change := remarks.of(session):
            rows.append(_changed(press, tongue, session, change, middle))
    words = press.rows(rows)
    pad = look.unit
    times: list[Node] = []
    if session.starts.time:
        times.append(press.line(f"{session.starts.time:%H:%M}", look.dial, width=last - tick))
        if session.home and session.home.time:
            times.append(_home(press, session, last - tick))
    clock = press.rows(times)
    height = max(number.height, words.height, clock.height) + 2 * pad
    cells = (
        Placed(0, 0, rule(measure, LINE)),
        Placed(0, pad, Group((Placed(0, 0, number),), number.height, "TH", scope="Row")),
        Placed(first, pad, Group((Placed(0, 0, words),), words.height, "TD")),
        Placed(first + middle, pad, Group((Placed(0, 0, clock),), clock.height, "TD")),
        Placed(measure - tick, pad, _tick(tick, session.standing is Standing.DONE)),
    )
    return Group(cells, height, "TR")
