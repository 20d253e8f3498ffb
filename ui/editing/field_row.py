"""One field on a form: what it is called, its control, and under it what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.message import Message
from planner.record.shape import FieldShape
from planner.rules.finding import Finding, Severity
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.fields.field import Field
from ui.fields.truth_field import TruthField
from ui.findings.severity import SEVERITY_SIGNS
from ui.theme.tokens import Tone, space

_SMALL = QSize(14, 14)


class FieldRow(QWidget):
    """A field with its name above it. ``say`` shows why it cannot be kept, ``warn`` what is odd in it.

    A box to tick says its name itself. One that is all of its group has its name as the name of that.
    """

    def __init__(
        self,
        desk: Desk,
        shape: FieldShape,
        name: Message,
        field: Field,
        parent: QWidget | None = None,
        *,
        is_all: bool = False,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shape = shape
        self.name = name
        self.field = field
        self.label: QLabel = words(desk, name, "strong" if is_all else "small", wrap=True)
        self.problem: Message | None = None
        self.warnings: tuple[Message, ...] = ()
        self._findings: tuple[Finding, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(1 if is_all else 0.5))
        layout.addWidget(self.label)
        self.label.setVisible(not isinstance(field, TruthField))
        layout.addWidget(field)
        self._lines: list[QWidget] = []
        self._under = QVBoxLayout()
        self._under.setSpacing(space(0.5))
        layout.addLayout(self._under)
        layout.addStretch(1)

    @property
    def value(self) -> Any:
        """What the control stands for."""
        return self.field.value

    def say(self, problem: Message | None) -> None:
        """Show ``problem`` under the control, or none."""
        if problem == self.problem:
            return
        self.problem = problem
        self._show()

    def warn(self, warnings: Sequence[Message]) -> None:
        """Show under the control what hardly can be, and may be kept all the same."""
        if tuple(warnings) != self.warnings:
            self.warnings = tuple(warnings)
            self._show()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the rules say of this field."""
        if tuple(findings) != self._findings:
            self._findings = tuple(findings)
            self._show()

    @property
    def said(self) -> tuple[str, ...]:
        """The sentences under the control."""
        return tuple(
            label.text() for line in self._lines for label in line.findChildren(QLabel) if label.text()
        )

    def _show(self) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        if self.problem is not None:
            self._lines.append(self._line("circle-alert", Tone.DANGER, self.problem))
        self._lines += [self._line(*SEVERITY_SIGNS[Severity.WARNING], one) for one in self.warnings]
        self._lines += [self._line(*SEVERITY_SIGNS[one.severity], one.message) for one in self._findings]
        for line in self._lines:
            self._under.addWidget(line)

    def _line(self, icon: str, tone: Tone, message: Message) -> QWidget:
        line = QWidget(self)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, space(0.5), 0, 0)
        layout.setSpacing(space(1.5))
        layout.addWidget(Picture(self._desk, icon, _SMALL, tone.value, line), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(words(self._desk, message, "small", wrap=True, ink=tone), 1)
        return line
