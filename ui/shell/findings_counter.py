"""The button in the bar that opens the findings, with how many there are of the worst kind."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from planner.message import N_, Message
from planner.rules.finding import SEVERITIES
from ui.desk import Desk
from ui.findings.severity import SEVERITY_SIGNS, counted
from ui.theme.icons import ICON_BESIDE_WORDS, ICON_SIZE
from ui.theme.tokens import Tone


class FindingsCounter(QToolButton):
    """An icon and a number; the tooltip and a screen reader say it in words."""

    def __init__(self, desk: Desk, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keys = keys
        self.setCheckable(True)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.theme.give_icon(self, "circle-check", "text_faint")
        desk.language.say(self, N_("Findings: not counted yet"), "set_words")

    def show_tally(self, tally: tuple[int, int, int], *, of_one: bool) -> None:
        """Show blockers, warnings and notes: of the journey in view, or of all."""
        worst = next((n for n, count in enumerate(tally) if count), None)
        icon, tone = ("circle-check", Tone.OK) if worst is None else SEVERITY_SIGNS[SEVERITIES[worst]]
        self._desk.theme.give_icon(self, icon, tone.value)
        self.setText(str(tally[worst]) if worst is not None else "")
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonIconOnly if worst is None else style.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE) if worst is None else ICON_BESIDE_WORDS)
        self._desk.language.say(self, _in_words(tally, of_one), "set_words")

    def set_words(self, words: str) -> None:
        """What it says in words."""
        self.setAccessibleName(words)
        self.setToolTip(self._desk.language.with_keys(words, self._keys))


def _in_words(tally: tuple[int, int, int], of_one: bool) -> Message:
    counts = [counted(severity, count) for severity, count in zip(SEVERITIES, tally, strict=True) if count]
    if not counts:
        return N_("Findings: none")
    listed = _listed(*counts)
    return (
        N_("Findings of this journey: {counts}", counts=listed)
        if of_one
        else N_("Findings of all journeys: {counts}", counts=listed)
    )


def _listed(first: Message, second: Message | None = None, third: Message | None = None) -> Message:
    if second is None:
        return first
    if third is None:
        return N_("{first}, {second}", first=first, second=second)
    return N_("{first}, {second}, {third}", first=first, second=second, third=third)
