"""The cover: whose journey, the key facts, whom to ring, and which copy and revision this is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planner.export.pdf.change_list import change_list, changes_notice
from planner.export.pdf.cover_layout import Cover, laid_out
from planner.export.pdf.fact_rows import fact_rows
from planner.export.pdf.flow import Band, Block
from planner.export.pdf.icons import icon
from planner.export.pdf.look import ACCENT, TINT, baseline
from planner.export.pdf.nodes import Bookmark, Group, Node, Placed, stack
from planner.export.pdf.press import Press, Tongue
from planner.export.pdf.shapes import box
from planner.export.pdf.shaping import Span
from planner.export.pdf.style import TextStyle
from planner.export.pdf.tags import Role
from planner.itinerary.item import Fact, Itinerary, PersonLine
from planner.itinerary.labels import PERSONS
from planner.message import N_, Message
from planner.record.consent import Audience

COPIES: dict[Audience, Message] = {
    Audience.PATIENT: N_("The patient’s copy"),
    Audience.COMPANION: N_("The companion’s copy"),
    Audience.HOSPITAL: N_("The hospital’s copy"),
    Audience.DRIVER: N_("The driver’s copy"),
    Audience.HOTEL: N_("The hotel’s copy"),
    Audience.AGENCY: N_("The agency’s copy"),
}


def cover(press: Press, itinerary: Itinerary, *, above: float = 0.0) -> Iterator[Band]:
    """The first page; so many points of it are taken ``above``."""
    path = (press.part(itinerary.title),)
    facts = [(fact.label, fact.value) for fact in itinerary.key_facts]
    parts = Cover(
        front=tuple(_front(press, itinerary, path)),
        changes=tuple(change_list(press, itinerary, path)),
        facts=tuple(fact_rows(press, facts, path, (Block(),))),
        end=tuple(_end(press, itinerary, path)),
        notice=changes_notice(press, itinerary, path),
    )
    return laid_out(parts, press.sheet.depth - above)


def _front(press: Press, itinerary: Itinerary, path: tuple[Role, ...]) -> Iterator[Band]:
    """Whose journey it is."""
    if itinerary.agency:
        yield Band(press.both(itinerary.agency, press.look.label_bold, press.sheet.measure), path)
    yield Band(_title(press, itinerary), path, before=4 * press.look.unit)
    yield from _travellers(press, itinerary, path)


def _end(press: Press, itinerary: Itinerary, path: tuple[Role, ...]) -> Iterator[Band]:
    """Whom to ring, which copy it is, and what the agency does not do."""
    look = press.look
    yield from ring_list(press, itinerary.ring, path)
    yield Band(_edition(press, itinerary), path, before=4 * look.unit)
    if itinerary.disclaimer:
        note = press.both(itinerary.disclaimer, look.label, press.sheet.measure)
        yield Band(note, path, before=2.5 * look.unit)


def _title(press: Press, itinerary: Itinerary) -> Group:
    look = press.look
    columns = press.columns(press.sheet.measure)
    nodes: list[Node] = []
    for column in columns:
        style = look.title_han if column.tongue.is_chinese else look.title
        nodes.append(press.text(itinerary.title, style, column.tongue, column.width, tag=""))
    across = press.across(nodes, columns)
    mark = Bookmark(press.first.say(itinerary.title))
    return Group(across.kids, across.height, "H1", bookmark=mark)


def _travellers(press: Press, itinerary: Itinerary, path: tuple[Role, ...]) -> Iterator[Band]:
    look = press.look
    for i, fact in enumerate(itinerary.travellers):
        style = look.body if i else look.dial
        line = _traveller(press, fact, look.bold if i else look.dial)
        before = (0.5 if i else 2) * look.unit
        yield Band(press.both(line, style, press.sheet.measure), path, before=before)


def _traveller(press: Press, fact: Fact, style: TextStyle) -> Callable[[Tongue], list[Span]]:
    def line(tongue: Tongue) -> list[Span]:
        said, lang = press.wording(fact.value, tongue)
        label, label_lang = press.wording(fact.label, tongue)
        if fact.label in PERSONS:
            return [Span(said, style, lang), Span(f"  {label}", press.look.quiet, label_lang)]
        return [
            Span(f"{label}{tongue.colon}", press.look.quiet, label_lang),
            Span(said, press.look.body, lang),
        ]

    return line


def ring_list(press: Press, people: tuple[PersonLine, ...], path: tuple[Role, ...]) -> Iterator[Band]:
    """Whom to ring: what they are for, who they are, and the number in large figures."""
    people = tuple(person for person in people if person.telephone)
    if not people:
        return
    look = press.look
    measure = press.sheet.measure
    block = Block()
    pad = 3 * look.unit
    number = max(press.compositor.width(person.telephone, look.dial, "en") for person in people) + 2
    inner = measure - 2 * pad
    rows: list[Node] = []
    heading = press.both(N_("Whom to ring"), look.heading, inner - number - 3 * look.unit, tag="H2")
    size = 1.2 * look.heading.size
    rows.append(heading)
    for person in people:
        rows.append(_ring(press, person, inner, number))
    body = stack(rows, gap=1.2 * look.unit)
    height = body.height + 2 * pad
    if height > 0.8 * press.sheet.depth:  # too long a list for a panel
        for i, row in enumerate(rows):
            before = (5 if i == 0 else 1.2) * look.unit
            yield Band(row, path, before=before, holds_next=i == 0)
        return
    panel = Group(
        (
            Placed(0, 0, box(measure, height, fill=TINT, radius=4)),
            Placed(measure - pad - size, pad, icon("phone", size, ACCENT)),
            Placed(pad, pad, body),
        ),
        height,
    )
    yield Band(panel, path, before=5 * look.unit, blocks=(block,))


def _ring(press: Press, person: PersonLine, width: float, number: float) -> Group:
    look = press.look
    words = width - number - 3 * look.unit

    role = press.both(person.role, look.label, words)
    name = press.both(person.name, look.bold, words)
    who = press.rows((role, name))
    dial = press.line(person.telephone.replace(" ", "\u00a0"), look.dial, width=number, align="right")
    drop = role.height + baseline(look.bold) - baseline(look.dial)
    return Group((Placed(0, 0, who), Placed(width - number, drop, dial)), who.height)


def _edition(press: Press, itinerary: Itinerary) -> Group:
    """Which copy and revision this is, and what is still provisional about it."""
    look = press.look
    measure = press.sheet.measure
    copy = COPIES[itinerary.audience]
    date = itinerary.made_on
    revision = (
        N_("Draft of {date}", date=date)
        if itinerary.revision is None
        else N_("Revision {number}, {date}", number=itinerary.revision, date=date)
    )

    def line(tongue: Tongue) -> list[Span]:
        rest = "".join(f"{tongue.dot}{said}" for said in (tongue.say(copy), itinerary.reference) if said)
        return [Span(tongue.say(revision), look.bold, tongue.lang), Span(rest, look.quiet, tongue.lang)]

    rows: list[Node] = [press.both(line, look.body, measure)]
    if itinerary.provisional_years:
        years = tuple(str(year) for year in itinerary.provisional_years)
        words = N_(
            "Provisional: the official Chinese calendar for {years} is not known yet. Dates may still move.",
            years=years,
        )
        rows.append(press.both(words, look.quiet, measure))
    return press.rows(rows, gap=look.unit)
