"""A moment: the day, the time once it is known, and the zone whose clocks show it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel

from planner.message import N_, Message
from planner.record.when import When
from ui.controls.segments import Segments
from ui.controls.words import words as label
from ui.fields.box import Box
from ui.fields.date_field import DateField
from ui.fields.date_nature import Nature
from ui.fields.field import FieldContext
from ui.fields.parts_field import PartsField
from ui.fields.reading import Unreadable
from ui.fields.time_field import TimeField
from ui.fields.zone_field import ZoneField
from ui.fields.zone_names import city_of, offset_words
from ui.theme.tokens import space

#: Narrower than this, the zone stands below the day and the time.
_NARROW = space(95)


class WhenField(PartsField):
    """A ``When``; ``None`` while not even the day is known, which ``required`` makes a problem.

    Below it stands what clocks show then where it takes place, else at home; that clocks jump over the time,
    or, where they show it twice, which of the two is meant.
    """

    def __init__(
        self,
        context: FieldContext,
        name: Message,
        *,
        required: bool = False,
        nature: Nature = Nature.EITHER,
    ) -> None:
        super().__init__(context, name)
        self._required = required
        self._fold = 0
        self._is_zone_chosen = False
        self._followed = ""
        self._has_followed = False
        self.date = DateField(context, N_("{field}: day", field=name), bare=True, nature=nature)
        self.time = TimeField(context, N_("{field}: time", field=name), bare=True)
        self.zone = ZoneField(context, N_("{field}: time zone", field=name), bare=True, at=self._moment)
        self.desk.language.say(self.time.line, N_("no time yet"), "setPlaceholderText")
        self.time.setFixedWidth(space(20))
        self.box.parts.addWidget(self.date, 1)
        self.box.add_rule()
        self.box.parts.addWidget(self.time)
        self._rule = self.box.add_rule()
        self.box.parts.addWidget(self.zone, 1)
        self._below: Box | None = None
        self._note: QLabel | None = None
        self._twice: Segments | None = None
        self.consist_of(self.date, self.time, self.zone)
        self.zone.edited.connect(self._choose_zone)
        self.desk.language.changed.connect(self.shown)
        self.show_value(None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        if is_narrow and self._below is None:
            self._below = Box(self.desk, self)
            self._below.entry = self.zone.line
            self.layout_.insertWidget(1, self._below)
        if self._below is not None and is_narrow != self._below.isAncestorOf(self.zone):
            (self._below if is_narrow else self.box).parts.addWidget(self.zone, 1)
            self._below.setVisible(is_narrow)
            self._rule.setVisible(not is_narrow)

    @property
    def folds(self) -> Segments | None:
        """First or second, where clocks show the time twice; else ``None``."""
        return self._twice if self._twice is not None and not self._twice.isHidden() else None

    @property
    def note(self) -> str:
        """The sentence below, ``""`` for none."""
        return self._note.text() if self._note is not None and not self._note.isHidden() else ""

    def assemble(self) -> When | None:
        day, time, zone = self.date.value, self.time.value, self.zone.value
        if day is None:
            if time is not None:
                raise Unreadable(N_("Say the day too."))
            if self._required:
                raise Unreadable(N_("A day is needed here, such as {example}.", example=self._example()))
            return None
        if not zone:
            raise Unreadable(N_("Say in which time zone that is: type a city."))
        return When(date=day, time=time, zone=zone, fold=self._fold if time is not None else 0)

    def look_again(self) -> None:
        """While not even the day is known, the zone is the one that a moment there would have; else that
        stays, and what clocks show there is said."""
        is_untouched = self._value is None and self.date.line.text() == "" and self.time.line.text() == ""
        self._followed = self.context.new_zone()
        if is_untouched and not self._is_zone_chosen and self.zone.value != self.context.new_zone():
            self.zone.show_value(self.context.new_zone())
            self.shown()
        self._say(self._value if self._problem is None else None)

    def follow(self) -> bool:
        there = self.context.place_zone() if self.context.place_zone is not None else ""
        before, self._followed = self._followed, self.context.new_zone()
        if not there or self._is_zone_chosen or self.zone.value == there or self.zone.value != before:
            return False
        was = self._value
        self.zone.show_value(there)
        self._fold = 0
        try:
            value = self.assemble() if all(one.problem is None for one in self.members) else was
        except Unreadable:
            value = was
        self._has_followed = value != was
        if self._has_followed:
            self._value, self._problem = value, None
            self._before = value
            self.box.mark_wrong(False)
        self.shown()
        return self._has_followed

    def spread(self, value: Any) -> None:
        is_the_same = value is not None and value.zone == self.zone.value
        self._is_zone_chosen &= is_the_same
        self._has_followed &= is_the_same
        self._followed = self.context.new_zone()
        self._fold = value.fold if value is not None else 0
        self.date.show_value(value.date if value is not None else None)
        self.time.show_value(value.time if value is not None else None)
        self.zone.show_value(value.zone if value is not None else self.context.new_zone())

    def shown(self) -> None:
        value: When | None = self.value if self.problem is None else None
        self.zone.shown()
        twice = value is not None and is_shown_twice(value)
        if self._fold and value is not None and not twice and self._is_changed:
            self._fold = 0
            self._value = self.assemble()
        self._say(value)
        if twice or self._twice is not None:
            self._offer_folds(value if twice else None)

    def _say(self, value: When | None) -> None:
        messages = [one for one in (self._whose_clocks(value), self._message(value)) if one is not None]
        if not messages:
            if self._note is not None:
                self._note.hide()
            return
        if self._note is None:
            self._note = label(self.desk, "", "small", wrap=True, parent=self)
            self._note.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            self._note.setContentsMargins(space(2.5), 0, 0, 0)
            self.layout_.addWidget(self._note)
        self._note.setText("\n".join(map(self.desk.language.text, messages)))
        self._note.show()

    def _whose_clocks(self, value: When | None) -> Message | None:
        """That the zone came from the place, or will."""
        if value is None or value.time is None or self._is_zone_chosen or self.context.place_zone is None:
            return None
        city, there = city_of(value.zone, self.desk.language.locale), self.context.place_zone()
        if not there and value.zone == self._followed:
            return N_("{city} for now: the zone follows the place.", city=city)
        if self._has_followed and there == value.zone:
            return N_("By the clocks in {city} now, as the place is.", city=city)
        return None

    def _message(self, value: When | None) -> Message | None:
        if value is None or value.time is None:
            return None
        city = city_of(value.zone, self.desk.language.locale)
        if value.is_skipped:
            return N_("Clocks in {city} jump over {time} on that day; check it.", city=city, time=value.time)
        if is_shown_twice(value):
            return N_(
                "Clocks in {city} show {time} twice on that day; which one?", city=city, time=value.time
            )
        there = self._elsewhere(value)
        if there is None:
            return None
        where = city_of(there.zone, self.desk.language.locale)
        if there.date == value.date:
            return N_("{time} in {city}", time=there.time, city=where)
        speaker = self.desk.language.speaker
        return N_("{when} in {city}", when=speaker.when(there, "short_day"), city=where)

    def _elsewhere(self, value: When) -> When | None:
        """The moment by the clocks where it takes place, else at home; ``None`` where they show the same."""
        place = self.context.zone() if self.context.zone is not None else ""
        for zone in (place, self.context.home_zone()):
            there = value.seen_from(zone) if zone and zone != value.zone else None
            if there is None or there.instant is None or value.instant is None:
                continue
            if there.instant.utcoffset() != value.instant.utcoffset():
                return there
        return None

    def _offer_folds(self, value: When | None) -> None:
        if value is None:
            if self._twice is not None:
                self._twice.hide()
            return
        assert value.instant is not None
        if self._twice is not None:
            self._twice.deleteLater()
        offsets = [offset_words(value.zone, value.instant.replace(fold=fold)) for fold in (0, 1)]
        self._twice = Segments(
            self.desk,
            N_("Which of the two"),
            {
                "0": N_("the first ({offset})", offset=offsets[0]),
                "1": N_("the second ({offset})", offset=offsets[1]),
            },
            self,
        )
        self._twice.choose(str(self._fold))
        self._twice.chosen.connect(self._choose_fold)
        row = QHBoxLayout()
        row.setContentsMargins(space(2.5), 0, 0, 0)
        row.addWidget(self._twice)
        row.addStretch(1)
        self.layout_.addLayout(row)
        self._twice.show()

    def _choose_zone(self) -> None:
        self._is_zone_chosen, self._has_followed = True, False

    def _choose_fold(self, key: str) -> None:
        self._fold = int(key)
        self.read_again()
        self.commit()

    def _moment(self) -> dt.datetime:
        """The moment that stands here, whose offset the zone shows."""
        if self._problem is None and self._value is not None:
            noon = dt.datetime.combine(self._value.date, dt.time(12), dt.UTC)
            return self._value.instant or noon
        return self.desk.clock()

    def _example(self) -> str:
        return self.desk.language.speaker.date(self.date.today, "medium")


def is_shown_twice(when: When) -> bool:
    """Whether clocks in its zone show this time twice on that day, because they go back."""
    at = when.instant
    if at is None or when.is_skipped:
        return False
    return at.replace(fold=0).utcoffset() != at.replace(fold=1).utcoffset()
