"""The note that goes along while a thing is dragged: where to, what it takes along, what that breaks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.controls.words import words
from ui.desk import Desk
from ui.findings.severity import SEVERITY_SIGNS
from ui.journey.content_words import ContentWords
from ui.journey.timeline.move_words import from_to, verdict, what_follows
from ui.journey.timeline.mover import Weighed
from ui.theme.tokens import Tone, space


class DragNote(QFrame):
    """Never in the way of the mouse."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._over = parent
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._date = words(desk, "", "strong", parent=self)
        self._follows = words(desk, "", "small", parent=self)
        self._verdict = words(desk, "", "small", parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(3), space(2), space(3), space(2))
        layout.setSpacing(space(0.5))
        for label in (self._date, self._follows, self._verdict):
            layout.addWidget(label)
        self.hide()

    def tell(self, found: Weighed, at: QPoint) -> None:
        """Say where it goes and what follows."""
        asked = found.asked
        text = self._desk.language.text
        self._date.setText(text(from_to(asked, ContentWords(self._desk))))
        self._follows.setText(text(what_follows(asked)))
        said, worst = verdict(asked.findings_before, found.findings)
        self._verdict.setText(text(said))
        tone = SEVERITY_SIGNS[worst][1] if worst is not None else Tone.OK
        self._verdict.setProperty("ink", tone.value)
        self._verdict.style().unpolish(self._verdict)
        self._verdict.style().polish(self._verdict)
        self._follows.show()
        self._verdict.show()
        self._show_at(at)

    def _show_at(self, at: QPoint) -> None:
        self.adjustSize()
        room = self._over.rect()
        x = min(at.x() + space(4), room.right() - self.width() - space(2))
        y = at.y() + space(5)
        if y + self.height() > room.bottom():
            y = at.y() - self.height() - space(3)
        self.move(max(x, space(2)), max(y, space(2)))
        self.show()
        self.raise_()
