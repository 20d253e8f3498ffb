"""A tie as a sentence: 2 calendar days after the last session; the day it gives now stands below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.message import N_, NP_, Message
from planner.record.constraint import CONSTRAINTS, Bounds
from planner.record.ids import CourseId
from planner.record.tie import Anchor, DayCounting, Tie
from planner.session.naming import fold, things_with_days, tie_sentence, tied_day
from ui import labels
from ui.controls.tab_order import tab_through
from ui.controls.words import words as label
from ui.fields.box import Box
from ui.fields.choice_field import ChoiceField
from ui.fields.field import FieldContext
from ui.fields.number_field import WholeField
from ui.fields.option import Option
from ui.fields.parts_field import PartsField
from ui.fields.pick_field import MOST_LISTED, PickField
from ui.fields.ranking import best
from ui.fields.reading import Unreadable
from ui.fields.reference_field import ReferenceField
from ui.fields.referred import Referred, called, detail_of, referred
from ui.fields.typed_words import quoted
from ui.theme.tokens import space

#: Narrower than this, what it is tied to has a line of its own.
_NARROW = space(130)
_OF_A_COURSE = (Anchor.FIRST_FRACTION, Anchor.FRACTION, Anchor.LAST_FRACTION)


class Direction(Enum):
    """On which side of its anchor a tie lies."""

    AFTER = 1
    BEFORE = -1


_DIRECTIONS = {Direction.AFTER: NP_("tie", "after"), Direction.BEFORE: NP_("tie", "before")}


class DirectionField(PickField):
    """After or before."""

    least_width = 120

    def write(self, value: Any) -> str:
        return "" if value is None else self.desk.language.text(_DIRECTIONS[value])

    def options(self, words: str) -> Sequence[Option]:
        options = [Option(side, self.write(side)) for side in Direction]
        named = ((one, (fold(one.label), fold(str(_DIRECTIONS[one.value])))) for one in options)
        return best(words, named, 2, lambda one: (one.label,)) if words else options


class AnchorField(PickField):
    """What a tie starts from: ``(anchor, id of a thing or None)``; the things of the journey are searched."""

    least_width = 340

    def write(self, value: Any) -> str:
        if value is None:
            return ""
        anchor, thing = value
        if anchor is not Anchor.THING:
            return self.desk.language.text(labels.name(anchor))
        return called(None, thing, self.context)

    def options(self, words: str) -> Sequence[Option]:
        anchors = [anchor for anchor in Anchor if anchor is not Anchor.THING]
        options = [Option((anchor, None), self.write((anchor, None))) for anchor in anchors]
        journey = self.context.journey()
        if not words or journey is None:
            return options
        named = ((one, (fold(one.label), fold(str(labels.name(one.value[0]))))) for one in options)
        dated = {thing.id for thing in things_with_days(journey)}
        things = ((one, one.names) for one in referred(None, self.context) if one.thing.id in dated)
        found = best(words, things, MOST_LISTED, lambda one: one.spoken)
        anchors_found = best(words, named, len(options), lambda one: (one.label,))
        return [*anchors_found, *map(self._option, found)]

    def spoken(self) -> Iterable[str]:
        for one in referred(None, self.context):
            yield from one.spoken

    def _option(self, one: Referred) -> Option:
        return Option((Anchor.THING, one.thing.id), one.label, detail_of(one.thing, one.label, self.context))

    def no_such(self, words: str) -> Message:
        return N_("Nothing with a day here is called “{words}”; pick one from the list.", words=quoted(words))


#: How what is left of a line is shared out.
_SHARES: Mapping[type, int] = {AnchorField: 20, ReferenceField: 20, ChoiceField: 1}


class TieField(PartsField):
    """A ``Tie``; ``None`` while nothing is tied."""

    def __init__(self, context: FieldContext, name: Message) -> None:
        super().__init__(context, name)
        days, number = CONSTRAINTS[(Tie, "days")], CONSTRAINTS[(Tie, "number")]
        assert isinstance(days, Bounds)
        assert isinstance(number, Bounds)
        self.days = WholeField(context, N_("{field}: how many", field=name), rule=days, bare=True)
        self.counting = ChoiceField(context, N_("{field}: which days", field=name), DayCounting, bare=True)
        self.side = DirectionField(context, N_("{field}: after or before", field=name), bare=True)
        self.anchor = AnchorField(context, N_("{field}: what it is tied to", field=name), bare=True)
        self.number = WholeField(
            context, N_("{field}: number of the session", field=name), rule=number, bare=True
        )
        self.course = ReferenceField(context, N_("{field}: course", field=name), CourseId, bare=True)
        language = self.desk.language
        language.say(self.anchor.line, N_("not tied to another day"), "setPlaceholderText")
        language.say(self.number.line, N_("no."), "setPlaceholderText")
        language.say(self.course.line, N_("the only course"), "setPlaceholderText")
        self.days.line.setPlaceholderText("0")
        self._below: Box | None = None
        self._rules: list[QWidget] = []
        self.days.setFixedWidth(space(9))
        self.number.setFixedWidth(space(9))
        self.side.setFixedWidth(space(22))
        self.counting.setMinimumWidth(space(28))
        self.anchor.setMinimumWidth(space(40))
        self.result = label(self.desk, "", "small", wrap=True, parent=self)
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.result.setContentsMargins(space(2.5), 0, 0, 0)
        self.layout_.addWidget(self.result)
        self.consist_of(self.days, self.counting, self.side, self.anchor, self.number, self.course)
        self._order()
        language.changed.connect(self._reword)
        self.show_value(None)

    # -- the value -------------------------------------------------------------------------------------

    def assemble(self) -> Tie | None:
        if self.anchor.value is None:
            if self.days.value is None:
                return None
            raise Unreadable(N_("Say what it is tied to, such as the last session."))
        anchor, thing = self.anchor.value
        if anchor is Anchor.FRACTION and self.number.value is None:
            raise Unreadable(N_("Say the number of the session."))
        side = self.side.value or Direction.AFTER
        return Tie(
            anchor=anchor,
            days=(self.days.value or 0) * side.value,
            counting=self.counting.value or DayCounting.CALENDAR,
            number=self.number.value if anchor is Anchor.FRACTION else self._kept("number"),
            course=self.course.value if self._needs_course else self._kept("course"),
            thing=thing,
        )

    def spread(self, value: Any) -> None:
        tie: Tie | None = value
        self.days.show_value(abs(tie.days) if tie is not None else None)
        self.counting.show_value(tie.counting if tie is not None else DayCounting.CALENDAR)
        self.side.show_value(Direction.BEFORE if tie is not None and tie.days < 0 else Direction.AFTER)
        self.anchor.show_value((tie.anchor, tie.thing) if tie is not None else None)
        self.number.show_value(tie.number if tie is not None else None)
        self.course.show_value(tie.course if tie is not None else self._only_course())

    def shown(self) -> None:
        anchor = self.anchor.value[0] if self.anchor.value is not None else None
        self.number.setVisible(anchor is Anchor.FRACTION)
        self.course.setVisible(self._needs_course)
        self._say_day()

    @property
    def _needs_course(self) -> bool:
        """Whether it matters which course is meant, and there is one to mean."""
        if self.anchor.value is None:
            return False
        of_course = self.anchor.value[0] in _OF_A_COURSE or self.counting.value is DayCounting.TREATMENT
        return of_course and (self._has_several or self.course.value != self._only_course())

    @property
    def _has_several(self) -> bool:
        journey = self.context.journey()
        return journey is not None and len(journey.courses) > 1

    def _only_course(self) -> CourseId | None:
        journey = self.context.journey()
        return journey.courses[0].id if journey is not None and len(journey.courses) == 1 else None

    def _kept(self, field: str) -> Any:
        """What a part that is not shown holds."""
        if field == "course" and self.anchor.value is not None:
            counted = self.counting.value is DayCounting.TREATMENT
            if self.anchor.value[0] in _OF_A_COURSE or counted:
                return self._only_course()
        return getattr(self._before, field, None)

    # -- how it looks ----------------------------------------------------------------------------------

    def _say_day(self) -> None:
        journey = self.context.journey()
        tie: Tie | None = self.value if self.problem is None else None
        self.result.setVisible(tie is not None and journey is not None)
        if tie is None or journey is None:
            return
        day = tied_day(tie, journey, self.context.session.reference)
        sentence = tie_sentence(tie, journey)
        message = (
            N_("{tie}: that has no day yet", tie=sentence)
            if day is None
            else N_("{tie}: {day}", tie=sentence, day=day)
        )
        words = self.desk.language.text(message)
        self.result.setText(words[:1].upper() + words[1:])

    def _order(self) -> None:
        """The parts in the order in which the language says them."""
        chinese = self.desk.language.locale.startswith("zh")
        anchor = (self.anchor, self.number, self.course)
        counted = (self.days, self.counting)
        lines = (anchor, (self.side, *counted)) if chinese else ((*counted, self.side), anchor)
        order = (*lines[0], *lines[1])
        boxes = (self.box, self._below or self.box)
        for rule in self._rules:
            rule.deleteLater()
        self._rules = []
        for box in boxes:
            while box.parts.count():
                box.parts.takeAt(0)
        for box, parts in zip(boxes, lines, strict=True):
            for part in parts:
                if box.parts.count() and part not in (self.number, self.course):
                    self._rules.append(box.add_rule())
                box.parts.addWidget(part, _SHARES.get(type(part), 0))
            box.entry = parts[0].line
        tab_through(order)
        self.box.entry = order[0].line
        self.setFocusProxy(order[0].line)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In two lines where what it is tied to would be cut in one."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        if is_narrow is not (self._below is not None):
            if self._below is None:
                self._below = Box(self.desk, self)
                self.layout_.insertWidget(1, self._below)
                self._order()
            else:
                below, self._below = self._below, None
                self._order()
                self.layout_.removeWidget(below)
                below.hide()
                below.deleteLater()

    def _reword(self) -> None:
        self._order()
        self.shown()
