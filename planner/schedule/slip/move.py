"""Moving one thing by hand: where it goes, what is tied to it and goes along, and what that breaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from planner.errors import InputError
from planner.message import N_
from planner.record.appointment import Appointment
from planner.record.constraint import FIRST_DAY, LAST_DAY
from planner.record.course import Course
from planner.record.document import Document
from planner.record.ids import CourseId
from planner.record.journey import Journey
from planner.record.leg import Leg
from planner.record.lookup import thing as thing_of
from planner.record.lookup import with_thing
from planner.record.mdt import MdtMeeting
from planner.record.money import Deposit, Payment
from planner.record.stay import Stay
from planner.record.subject import Subject
from planner.record.thing import Thing
from planner.record.when import When
from planner.reference.reference import Reference
from planner.schedule.course_sessions import treatment_days_of
from planner.schedule.dated_fields import DatedField, Moment, day_of, own_tie
from planner.schedule.move_date import date_to_move, moved_thing, why_still
from planner.schedule.outline import outline
from planner.schedule.slip.circumstances import Circumstances
from planner.schedule.slip.consequence import SESSIONS, Consequence, ConsequenceKind
from planner.schedule.slip.moved_dates import MovedDate
from planner.schedule.slip.names import name_of
from planner.schedule.slip.people import people_consequences
from planner.schedule.slip.slip import consequences_of, following, in_order
from planner.schedule.slip.tie_words import tie_words
from planner.schedule.tie_date import AnchorDates

#: Stands for the course where a journey has none yet, so that its centre's days are those of offices.
_NO_COURSE = Course(id=CourseId("none"))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveProposal:
    """``thing`` of ``journey`` moves to ``new``; ``main`` is that itself, ``consequences`` what follows.

    It holds for the journey it was made for alone.
    """

    journey: Journey
    thing: Thing
    main: Consequence
    old: Moment
    new: Moment
    consequences: tuple[Consequence, ...]

    @property
    def days(self) -> int:
        """How many calendar days later it is; negative: earlier."""
        return (day_of(self.new) - day_of(self.old)).days

    @property
    def everything(self) -> frozenset[str]:
        """The keys of all that can be accepted."""
        return frozenset(one.key for one in self.consequences)

    def standing(self, chosen: Collection[str]) -> frozenset[str]:
        """Those of ``chosen`` that can be accepted together: what each depends on must be chosen too."""
        depends_on = {one.key: one.depends_on for one in self.consequences}

        def holds(key: str) -> bool:
            passed: set[str] = set()
            while key in chosen and key in depends_on and key not in passed:
                passed.add(key)
                key = depends_on[key]
            return key == self.main.key

        return frozenset(key for key in chosen if key in depends_on and holds(key))


def propose_move(
    journey: Journey, thing_id: str, days: int, *, reference: Reference, now: dt.datetime, field: str = ""
) -> MoveProposal:
    """What follows when a thing is moved by ``days`` at the moment ``now``. Nothing is changed by it.

    ``field`` is ``leaves`` for the end of a stay, else ``""``. Sessions are moved by ``propose`` instead.

    Raises: InputError when there is no such thing, it cannot be moved (``move_date.why_still``), or no
    record could hold the new date.
    """
    thing = thing_of(journey, thing_id)
    if thing is None:
        raise InputError(N_("There is no such thing in this journey."))
    date = date_to_move(thing, field)
    if date is None:
        raise InputError(why_still(thing) or N_("It has no planned date that could be moved."))
    new = _later(date.value, days)
    if isinstance(thing, Stay) and field == "leaves" and thing.arrives and day_of(new) <= thing.arrives.date:
        raise InputError(N_("A stay has at least one night."))
    after = with_thing(journey, thing.id, lambda one: moved_thing(one, date.field, new))
    subject = Subject.of(thing, date.field)
    course = _course_of(journey, thing)
    about = Circumstances(
        outline=outline(journey),
        course=course,
        reference=reference,
        now=now,
        before=AnchorDates(journey, reference.calendars),
        after=AnchorDates(after, reference.calendars, moved={(thing.id, date.field): new}),
        days=treatment_days_of(journey, course, reference.calendars),
    )
    moved = MovedDate(field=DatedField(subject, thing, date.value, own_tie(thing)), new=new, decided=True)
    own = tuple(_of(moved, about))
    main = _with_tie(own[0], thing, about)
    keys: Mapping[Subject | None, str] = {None: main.key, subject: main.key}
    tied = (one for one in following(about, {}, keys) if one.subject != subject)
    found = {one.key: one for one in (*own[1:], *tied)}
    return MoveProposal(
        journey=journey,
        thing=thing,
        main=main,
        old=date.value,
        new=new,
        consequences=in_order(found.values()),
    )


def _later(moment: Moment, days: int) -> Moment:
    if not -40_000 < days < 40_000:
        raise InputError(N_("A record holds days up to {last} only.", last=LAST_DAY))
    day = day_of(moment) + dt.timedelta(days)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InputError(N_("A record holds days up to {last} only.", last=LAST_DAY))
    return moment.moved(days) if isinstance(moment, When) else day


def _course_of(journey: Journey, thing: Thing) -> Course:
    """The course whose centre's days count: the one the thing belongs to, else the first."""
    wanted = getattr(thing, "course", None)
    found = next((one for one in journey.courses if one.id == wanted), None)
    return found or next(iter(journey.courses), _NO_COURSE)


def _of(moved: MovedDate, about: Circumstances) -> Iterator[Consequence]:
    """The move itself, then what it brings for the thing and whoever comes to it."""
    match moved.field.thing:
        case Stay() as stay if moved.field.subject.field == "arrives":
            yield _plain(ConsequenceKind.STAY, moved, about, promised=about.is_promised(stay.booking))
        case MdtMeeting() as board:
            yield from _board(board, moved, about)
        case Appointment() | Leg() | Stay() | Document() | Payment():
            yield from consequences_of(moved, SESSIONS, about)
        case Deposit():
            yield _plain(ConsequenceKind.DEPOSIT, moved, about)
        case _:
            yield _plain(ConsequenceKind.TASK, moved, about)


def _board(board: MdtMeeting, moved: MovedDate, about: Circumstances) -> Iterator[Consequence]:
    old, new = moved.field.value, moved.new
    assert isinstance(old, When)
    assert isinstance(new, When)
    main = _plain(ConsequenceKind.APPOINTMENT, moved, about, promised=board.confirmation is not None)
    main = replace(main, you_decide=main.you_decide + about.closed_words(new.date, board.hospital))
    yield main
    yield from people_consequences(
        moved.field.subject,
        (("interpreter", board.interpreter),),
        (old, new),
        N_("They are booked for: {what}", what=main.what),
        main.key,
        about,
    )


def _plain(
    kind: ConsequenceKind, moved: MovedDate, about: Circumstances, *, promised: bool = False
) -> Consequence:
    return Consequence(
        kind=kind,
        subject=moved.field.subject,
        what=name_of(moved.field.thing, about.places),
        old=moved.field.value,
        new=moved.new,
        why=N_("You have said so."),
        needs_rebooking=promised,
        you_decide=about.doubts(moved.field.value, moved.new),
    )


def _with_tie(main: Consequence, thing: Thing, about: Circumstances) -> Consequence:
    """What is tied to something else goes back to it the next time that moves."""
    tie = own_tie(thing)
    if isinstance(thing, Stay):
        tie = thing.leaves_tie
    if tie is None:
        return main
    said = N_(
        "It stays tied: {tie}. When that moves, its date is counted from there again.",
        tie=tie_words(tie, about.before.things, about.places),
    )
    return replace(main, you_decide=(*main.you_decide, said))
