"""An amount and its currency."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from planner.message import N_, Message
from planner.record.constraint import CONSTRAINTS, Bounds
from planner.record.money import Money
from ui.fields.code_field import CurrencyField
from ui.fields.field import FieldContext
from ui.fields.number_field import DecimalField
from ui.fields.parts_field import PartsField
from ui.fields.reading import Unreadable
from ui.theme.tokens import space

_CODE = re.compile(r"\s*([A-Za-z]{3})\s*(?=\d)|(?<=\d)\s*([A-Za-z]{3})\s*\Z")


class AmountField(DecimalField):
    """An exact amount, never negative; a currency typed beside it is handed on in ``typed_currency``."""

    wanted = N_("an amount such as {example}", example="1,250.00")

    def __init__(self, context: FieldContext, name: Message) -> None:
        rule = CONSTRAINTS[(Money, "amount")]
        assert isinstance(rule, Bounds)
        self.typed_currency = ""
        super().__init__(context, name, rule=rule, bare=True)

    def read(self, words: str) -> Any:
        found = _CODE.search(words)
        self.typed_currency = (found[1] or found[2]).upper() if found else ""
        return super().read(words[: found.start()] + words[found.end() :] if found else words)


class MoneyField(PartsField):
    """A ``Money``; ``None`` while no amount is known, which ``required`` makes a problem.

    ``150000``, ``150,000.00``, ``15万`` and ``NZD 1200`` are all read.
    """

    def __init__(self, context: FieldContext, name: Message, *, required: bool = False) -> None:
        super().__init__(context, name)
        self._required = required
        self.amount = AmountField(context, N_("{field}: amount", field=name))
        self.currency = CurrencyField(context, N_("{field}: currency", field=name), bare=True)
        self.currency.setFixedWidth(space(22))
        self.box.parts.addWidget(self.amount, 1)
        self.box.add_rule()
        self.box.parts.addWidget(self.currency)
        self.amount.edited.connect(self._take_currency)
        self.consist_of(self.amount, self.currency)
        self.show_value(None)

    def assemble(self) -> Money | None:
        amount: Decimal | None = self.amount.value
        if amount is None:
            if self._required:
                raise Unreadable(N_("An amount is needed here, such as {example}.", example="1,250.00"))
            return None
        if not self.currency.value:
            raise Unreadable(N_("Say in which currency: type its code, such as CNY."))
        return Money(amount=amount, currency=self.currency.value)

    def spread(self, value: Any) -> None:
        self.amount.show_value(value.amount if value is not None else None)
        self.currency.show_value(value.currency if value is not None else self._usual())

    def _usual(self) -> str:
        """The currency of the country of treatment, which most amounts are in."""
        journey = self.context.journey()
        return "CNY" if journey is None or journey.country == "CN" else ""

    def _take_currency(self) -> None:
        if self.amount.typed_currency and self.amount.problem is None:
            self.currency.show_value(self.amount.typed_currency)
