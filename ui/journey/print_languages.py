"""The languages that a copy is printed in: each alone and any two side by side, the first language first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from planner.i18n import available_locales, printable_locales, translator
from planner.message import Message
from ui.controls.choice_box import ChoiceBox
from ui.desk import Desk

Locales = tuple[str, ...]


def pairs(*first: Locales) -> list[Locales]:
    """What can be chosen: those of ``first``, two side by side, one alone; each once."""
    known = tuple(dict.fromkeys((*(one for some in first for one in some), *available_locales())))
    several = ((one, other) for one in known for other in known if one != other)
    return list(dict.fromkeys([*first, *several, *((one,) for one in known)]))


def named(locales: Iterable[str]) -> str:
    """Each language by its own name: whoever reads it recognises it."""
    return " + ".join(translator(locale).language(locale) for locale in locales)


class LanguagesBox(ChoiceBox):
    """A closed list of them."""

    def __init__(self, desk: Desk, name: Message, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, parent)
        self.setMinimumContentsLength(12)  # a long name is shortened rather than a column widened
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def offer(self, several: Sequence[Locales], own: str = "") -> None:
        """Offer these, and first, where it has a name, ``own``: none in particular."""
        self.clear()
        if own:
            self.addItem(own, ())
        for locales in several:
            self.addItem(named(locales), locales)

    @property
    def choice(self) -> Locales:
        """Those that hold, empty for none in particular."""
        return tuple(self.currentData() or ())

    def choose(self, locales: Locales) -> None:
        """Show this one as the one that holds, the first if it is not offered."""
        held = [tuple(self.itemData(row) or ()) for row in range(self.count())]
        wanted = printable_locales(locales) if locales else ()
        self.setCurrentIndex(held.index(wanted) if wanted in held else 0)
