"""What belongs to a thing and lies beside it in the journey: the receipts of a payment, below its form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.message import N_, Message
from planner.record.journey import Journey
from planner.record.money import Deposit, EstimateLine, Payment, Receipt
from ui.editing.starting import Wanted
from ui.editing.things_list import ThingsList
from ui.fields.field import FieldContext
from ui.theme.tokens import space


@dataclass(frozen=True, slots=True)
class Belonging:
    """Things of ``cls``, in that list of the journey, that name what they belong to in ``field``."""

    cls: Any
    held_in: str
    field: str
    name: Message


BELONGING: dict[type, tuple[Belonging, ...]] = {
    Payment: (Belonging(Receipt, "receipts", "payment", N_("Receipts")),),
    Deposit: (Belonging(Payment, "payments", "deposit", N_("Payments")),),
    EstimateLine: (Belonging(Payment, "payments", "estimate_line", N_("Payments")),),
}


class BelongingLists(QWidget):
    """A list for each kind of thing that belongs to things of ``cls``; hidden where there is none.

    Signals:
        open_wanted(str): the form of the thing with this id.
        new_wanted(object): the form of a new one that belongs to the thing shown (``Wanted``).
        copy_wanted(str), gone_wanted(str): of the thing with this id.
    """

    open_wanted = Signal(str)
    new_wanted = Signal(object)
    copy_wanted = Signal(str)
    gone_wanted = Signal(str)

    def __init__(self, context: FieldContext, cls: type, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of = ""
        self.lists: dict[str, ThingsList] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(3))
        for kind in BELONGING.get(cls, ()):
            held = self.lists[kind.held_in] = ThingsList(context, kind.cls, kind.name, self, is_all=True)
            held.open_wanted.connect(self.open_wanted)
            held.copy_wanted.connect(self.copy_wanted)
            held.gone_wanted.connect(self.gone_wanted)
            held.add_wanted.connect(lambda kind=kind: self._begin(kind))
            layout.addWidget(held)
        self._kinds = BELONGING.get(cls, ())
        self.hide()

    def show_of(self, journey: Journey | None, id: str) -> None:
        """Show what belongs to the thing of that id in ``journey``."""
        self._of = id
        for kind in self._kinds if journey is not None else ():
            every = getattr(journey, kind.held_in)
            self.lists[kind.held_in].show_things([one for one in every if getattr(one, kind.field) == id])
        self.setVisible(bool(self._kinds) and journey is not None)

    def _begin(self, kind: Belonging) -> None:
        self.new_wanted.emit(Wanted(kind.cls, values=((kind.field, self._of),)))
