"""An exchange rate of one day, as a sentence: 1 CNY = 0.24 NZD, on a day, by a source."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from planner.message import N_, Message
from planner.record.constraint import CONSTRAINTS, Bounds
from planner.record.money import DatedRate
from ui.controls.words import words as label
from ui.fields.box import Box
from ui.fields.code_field import CurrencyField
from ui.fields.date_field import DateField
from ui.fields.date_nature import nature_of
from ui.fields.field import FieldContext
from ui.fields.number_field import DecimalField
from ui.fields.parts_field import PartsField
from ui.fields.reading import Unreadable
from ui.fields.text_field import TextField
from ui.theme.tokens import space


class RateField(PartsField):
    """A ``DatedRate``; ``None`` while no rate is stated."""

    def __init__(self, context: FieldContext, name: Message, *, required: bool = False) -> None:
        super().__init__(context, name)
        self._required = required
        rule = CONSTRAINTS[(DatedRate, "rate")]
        assert isinstance(rule, Bounds)
        self.base = CurrencyField(context, N_("{field}: currency", field=name), bare=True)
        self.rate = DecimalField(context, N_("{field}: rate", field=name), rule=rule, bare=True)
        self.quote = CurrencyField(context, N_("{field}: in currency", field=name), bare=True)
        self.on = DateField(
            context, N_("{field}: day", field=name), bare=True, nature=nature_of(DatedRate, "on")
        )
        self.source = TextField(context, N_("{field}: source", field=name), bare=True)
        self.desk.language.say(self.rate.line, N_("rate"), "setPlaceholderText")
        self.desk.language.say(self.on.line, N_("on which day"), "setPlaceholderText")
        self.desk.language.say(self.source.line, N_("whose rate"), "setPlaceholderText")
        for part in (self.base, self.quote):
            part.setFixedWidth(space(22))
            self.desk.language.say(part.line, N_("currency"), "setPlaceholderText")
        parts = self.box.parts
        parts.addWidget(self._word("1"))
        parts.addWidget(self.base)
        self.box.add_rule()
        parts.addWidget(self._word("="))
        parts.addWidget(self.rate, 1)
        self.box.add_rule()
        parts.addWidget(self.quote)
        self.when = Box(self.desk, self)
        self.when.entry = self.on.line
        self.when.parts.addWidget(self.on, 4)
        self.when.add_rule()
        self.when.parts.addWidget(self.source, 5)
        self.layout_.addWidget(self.when)
        self.consist_of(self.base, self.rate, self.quote, self.on, self.source)
        self.show_value(None)

    def _word(self, said: str) -> QLabel:
        word = label(self.desk, said, "muted", parent=self.box)
        word.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        return word

    def assemble(self) -> DatedRate | None:
        if self.rate.value is None and not self.source.value and self.on.value is None:
            if self._required:
                raise Unreadable(N_("A rate is needed here."))
            return None
        if not self.base.value or not self.quote.value:
            raise Unreadable(N_("Say both currencies of the rate, such as CNY and NZD."))
        if self.rate.value is None:
            raise Unreadable(N_("Say how much one unit costs, such as {example}.", example="0.24"))
        if self.on.value is None:
            raise Unreadable(N_("Say of which day the rate is."))
        return DatedRate(
            base=self.base.value,
            quote=self.quote.value,
            rate=self.rate.value,
            on=self.on.value,
            source=self.source.value,
        )

    def spread(self, value: Any) -> None:
        self.base.show_value(value.base if value is not None else "")
        self.quote.show_value(value.quote if value is not None else "")
        self.rate.show_value(value.rate if value is not None else None)
        self.on.show_value(value.on if value is not None else None)
        self.source.show_value(value.source if value is not None else "")
