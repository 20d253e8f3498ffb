"""An amount and its currency."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from planner.message import N_, Message
from planner.record.constraint import CONSTRAINTS, Bounds
from planner.record.money import Money
from ui.fields.code_field import CurrencyField
from ui.fields.currency_signs import without_currency
from ui.fields.field import FieldContext
from ui.fields.number_field import DecimalField
from ui.fields.parts_field import PartsField
from ui.fields.reading import Unreadable
from ui.theme.tokens import space


class AmountField(DecimalField):
    """An exact amount, never negative; ``typed`` are the currencies that what is typed beside it may mean."""

    wanted = N_("an amount such as {example}", example="1,250.00")

    def __init__(self, context: FieldContext, name: Message) -> None:
        rule = CONSTRAINTS[(Money, "amount")]
        assert isinstance(rule, Bounds)
        self.typed: frozenset[str] = frozenset()
        super().__init__(context, name, rule=rule, bare=True)

    def read(self, words: str) -> Any:
        amount, self.typed = without_currency(words)
        return super().read(amount)

    def show_value(self, value: Any) -> None:
        self.typed = frozenset()
        super().show_value(value)


class MoneyField(PartsField):
    """A ``Money``; ``None`` while no amount is known, which ``required`` makes a problem.

    ``150000``, ``150,000.00``, ``15万``, ``NZD 1200`` and ``￥1200`` are all read; a sign that several
    currencies have is that of the one that stands here, or a problem.
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
        is_another = bool(self.amount.typed) and self.currency.value not in self.amount.typed
        if not self.currency.value or is_another:
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
        if len(self.amount.typed) == 1 and self.amount.problem is None:
            (code,) = self.amount.typed
            self.currency.show_value(code)
