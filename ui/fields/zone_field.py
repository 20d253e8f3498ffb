"""A time zone, chosen by a city; how far its clocks are from UTC stands beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from planner.message import N_, Message
from planner.record.zone import is_zone
from planner.session.naming import fold
from ui.controls.words import words as label
from ui.fields.field import FieldContext
from ui.fields.option import Option
from ui.fields.pick_field import PickField
from ui.fields.ranking import best
from ui.fields.typed_words import quoted
from ui.fields.zone_names import (
    NamedZone,
    city_of,
    in_language,
    named_zones,
    offset_words,
    other_names,
)
from ui.theme.tokens import space

_MOST = 30


class ZoneField(PickField):
    """The IANA name of a zone, ``""`` while not known. ``at`` is the moment whose offset is shown."""

    empty = ""
    least_width = 320

    def __init__(
        self,
        context: FieldContext,
        name: Message,
        *,
        required: bool = False,
        bare: bool = False,
        at: Callable[[], dt.datetime] | None = None,
    ) -> None:
        self._at = at or context.desk.clock
        self._followed = ""
        super().__init__(context, name, required=required, bare=bare)
        self.offset = label(self.desk, "", "small", parent=self.box)
        self.offset.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.box.parts.insertWidget(1, self.offset)

    def look_again(self) -> None:
        self._followed = self._place_zone()

    def follow(self) -> bool:
        """Where the country has several zones, none stands here: that of another would be wrong."""
        there, before = self._place_zone(), self._followed
        self._followed = there
        if self.problem is not None or self.value == there or self.value not in ("", before):
            return False
        self.show_value(there)
        return True

    def _place_zone(self) -> str:
        return self.context.place_zone() if self.context.place_zone is not None else ""

    def write(self, value: Any) -> str:
        return city_of(value, self.desk.language.locale) if value else ""

    def shown(self) -> None:
        known = self.problem is None and self.value
        self.offset.setText(offset_words(self.value, self._at()) if known else "")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The city before its offset: where there is room for one, the offset is in the tooltip."""
        between = self.box.parts.spacing()
        inside = self.line.width() + (0 if self.offset.isHidden() else self.offset.width() + between)
        needed = self.line.fontMetrics().horizontalAdvance(self.line.text()) + space(2) + between
        self.offset.setVisible(inside >= needed + self.offset.sizeHint().width())
        self.line.setToolTip("" if self.offset.isVisibleTo(self) else self.offset.text())

    def options(self, words: str) -> Sequence[Option]:
        zones = named_zones(self.desk.language.locale)
        if not words:
            used = self._used()
            first = [one for zone in used for one in zones if one.zone == zone]
            return [self._option(one) for one in first]
        named = ((one, one.names) for one in zones)
        found = best(words, named, _MOST, lambda one: (one.city, one.country, *one.others))
        options = [self._option(one, words) for one in found]
        others = other_names(words, _MOST - len(options)) if len(words) > 2 else []
        return [*options, *(Option(name, name, offset_words(name, self._at())) for name in others)]

    def spoken(self) -> Iterable[str]:
        zones = named_zones(self.desk.language.locale)
        return (name for one in zones for name in (one.city, one.country, *one.others))

    def exact(self, words: str) -> Option | None:
        return Option(words.strip(), words) if is_zone(words.strip()) else super().exact(words)

    def no_such(self, words: str) -> Message:
        return N_("No time zone is called “{words}”; type a city or a country.", words=quoted(words))

    def _used(self) -> list[str]:
        """The zones of the journey, which are those one mostly wants."""
        journey = self.context.journey()
        found = [self.value, self.context.new_zone(), self.context.home_zone()]
        if journey is not None:
            found += [journey.zone, *(traveller.home_zone for traveller in journey.travellers)]
            found += [place.zone for place in journey.places]
        return list(dict.fromkeys(zone for zone in found if zone))

    def _option(self, one: NamedZone, words: str = "") -> Option:
        wanted = fold(words)
        other = next((city for city in one.others if words and wanted in fold(city)), "")
        named = in_language(other, self.desk.language.locale)
        parts = (named, one.country, offset_words(one.zone, self._at()))
        return Option(one.zone, one.city, " · ".join(part for part in parts if part))
