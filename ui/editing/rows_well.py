"""The frame around the lines of a list in a form; without any it is not there."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme.tokens import space


class RowsWell(QFrame):
    """Holds lines one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "well")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(space(1), space(0.5), space(1), space(0.5))
        self._lines.setSpacing(0)
        self.hide()

    def put(self, line: QWidget, at: int) -> None:
        """Have ``line`` stand at this place among the others."""
        self._lines.removeWidget(line)
        self._lines.insertWidget(at, line)
        self.show()

    def drop(self, line: QWidget) -> None:
        """Take ``line`` away for good."""
        self._lines.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.setVisible(self._lines.count() > 0)
