"""The sheet with the recovery code: printed once, put in a safe, for the day a passphrase is lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from planner.export.pdf.compositor import Compositor
from planner.export.pdf.flow import Band, Block, paginate
from planner.export.pdf.look import INK, LINE, TINT
from planner.export.pdf.metadata import Metadata
from planner.export.pdf.nodes import Group, Node, Placed
from planner.export.pdf.paper import Paper
from planner.export.pdf.press import Press, press
from planner.export.pdf.shapes import box, rule
from planner.export.pdf.tags import Role
from planner.export.pdf.writer import TaggedWriter
from planner.message import N_, Message

TITLE = N_("Recovery sheet")
_PURPOSE = N_(
    "This code opens the record named below when its passphrase is forgotten. Nobody else can open it for "
    "you: without a passphrase or this code, everything in it is lost."
)
_CODE = N_("Recovery code")
_STEPS: tuple[Message, ...] = (
    N_(
        "Keep this sheet where you keep contracts, away from the computer. Whoever has both can open the "
        "record."
    ),
    N_(
        "To use it, choose “Forgot the passphrase?” where the passphrase is asked for, and type the six "
        "groups."
    ),
    N_(
        "The code works once. You set a new passphrase, and the program gives you a new sheet: destroy this "
        "one."
    ),
    N_("Capitals and dashes do not matter. If a letter is mistyped, the program names the group it is in."),
)
_ACROSS = 3


def recovery_sheet(
    groups: Sequence[str],
    *,
    record: str,
    made_at: dt.datetime,
    languages: Sequence[str] = ("en", "zh_CN"),
    paper: Paper = Paper.A4,
) -> bytes:
    """One page as a tagged PDF. ``record`` names the record's folder, ``made_at`` (with its zone) is when."""
    setter = press(paper, languages, large_print=False, compositor=Compositor())
    writer = TaggedWriter((setter.sheet.width, setter.sheet.height), setter.first.lang)
    for page in paginate(_bands(setter, groups, record, made_at.date()), setter.sheet.depth):
        writer.begin_page()
        for placed in page:
            x, y = setter.sheet.side, setter.sheet.top + placed.y
            writer.draw(placed.band.program, x, y, placed.band.path)
        writer.end_page(setter.compositor.deflated)
    title = " · ".join(tongue.say(TITLE) for tongue in setter.tongues)
    metadata = Metadata(title, "", "", tuple(tongue.lang for tongue in setter.tongues), made_at)
    return writer.finish(metadata, (), setter.compositor.font_parts)


def _bands(press: Press, groups: Sequence[str], record: str, day: dt.date) -> Iterator[Band]:
    look, measure = press.look, press.sheet.measure
    part = (press.part(TITLE),)
    yield Band(press.title(TITLE, measure), part)
    yield Band(press.both(_PURPOSE, look.body, measure), part, before=3 * look.unit)
    yield Band(_facts(press, record, day), part, before=6 * look.unit)
    yield Band(_code(press, groups), (*part, Role("Sect")), before=6 * look.unit, blocks=(Block(),))
    for number, step in enumerate(_STEPS):
        before = (8 if number == 0 else 3) * look.unit
        yield Band(press.both(step, look.body, measure), part, before=before)


def _facts(press: Press, record: str, day: dt.date) -> Node:
    look, measure = press.look, press.sheet.measure
    rows: list[Node] = []
    for name, value in ((N_("Record"), record), (N_("Made on"), day)):
        rows.append(press.both(name, look.label, measure))
        if isinstance(value, str):
            rows.append(press.line(value, look.fact, width=measure))
        else:
            rows.append(press.both(value, look.fact, measure))
    return press.rows(rows, gap=0.5 * look.unit)


def _code(press: Press, groups: Sequence[str]) -> Group:
    """The groups in boxes, three across, each with its number: the program asks for them by number."""
    look, measure = press.look, press.sheet.measure
    gap, pad = 3 * look.unit, 3 * look.unit
    width = (measure - gap * (_ACROSS - 1)) / _ACROSS
    height = look.label.leading + look.driver.leading + 2 * pad
    head = press.both(_CODE, look.heading, measure, tag="H2")
    kids: list[Placed] = [Placed(0, 0, head)]
    top = head.height + 2 * look.unit
    for place, group in enumerate(groups):
        x, y = (place % _ACROSS) * (width + gap), top + (place // _ACROSS) * (height + gap)
        number = press.line(str(place + 1), look.label, width=width - 2 * pad)
        letters = press.line(" ".join(group), look.driver, width=width - 2 * pad)
        kids += [
            Placed(x, y, box(width, height, fill=TINT, line=INK, weight=0.8, radius=4)),
            Placed(x + pad, y + pad, press.rows([number, letters])),
        ]
    rows = -(-len(groups) // _ACROSS)
    bottom = top + rows * height + (rows - 1) * gap
    kids.append(Placed(0, bottom + 4 * look.unit, rule(measure, LINE)))
    return Group(tuple(kids), bottom + 4 * look.unit)
