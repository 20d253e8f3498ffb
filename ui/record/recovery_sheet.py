"""A recovery code on the screen: read once, printed or saved, and proven to be noted before it counts."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.message import N_
from planner.session import Session
from planner.session.keys import groups_of, new_recovery_code
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import Tone, space

_A4 = QSizeF(595, 842)
_ACROSS = 3
_MOST_OF_IT = 20


class RecoverySheet(QWidget):
    """A new code. Nothing is changed until one of its groups was typed from the paper.

    Signals:
        kept: the code opens the record from now on.
        put_off: not now; the record has the code it had, or none.
    """

    kept = Signal()
    put_off = Signal()

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self.code = new_recovery_code()
        self._asked = secrets.randbelow(len(groups_of(self.code)))
        self.banner = Banner(desk, self, closable=False)
        self.print = Button(desk, N_("Print…"), icon="printer")
        self.print.clicked.connect(self._print)
        self.save = Button(desk, N_("Save as PDF…"), icon="download")
        self.save.clicked.connect(self._save)
        self._question = words(
            desk,
            N_("Type group {number} from the paper, to be sure.", number=self._asked + 1),
            "strong",
            wrap=True,
        )
        self.typed = QLineEdit()
        self.typed.setMaximumWidth(space(40))
        self._question.setBuddy(self.typed)
        desk.language.say(
            self.typed, N_("Group {number} of the code", number=self._asked + 1), "setAccessibleName"
        )
        self.typed.returnPressed.connect(self.keep)
        self.typed.textChanged.connect(lambda _text: self.banner.hide())
        self.done = Button(desk, N_("I have it on paper"), kind="primary")
        self.done.clicked.connect(self.keep)
        self.later = Button(desk, N_("Not now"), kind="quiet")
        self.later.clicked.connect(self.put_off)
        self._lay_out()

    def keep(self) -> None:
        """Take the code into use, if the group typed is the one asked for."""
        typed = "".join(self.typed.text().split()).upper().strip("-")
        if typed != groups_of(self.code)[self._asked]:
            self.banner.tell(
                N_("This is not group {number}.", number=self._asked + 1),
                N_("Look at the box with this number, on paper or above."),
                Tone.WARNING,
            )
            self.typed.setFocus()
            self.typed.selectAll()
            return
        self.setEnabled(False)
        keys = self._session.keys
        self._desk.work.start(
            self,
            lambda _progress, _cancelled: keys.keep_recovery_code(self.code),
            done=self._kept,
            failed=self._failed,
        )

    def _kept(self, _nothing: object) -> None:
        self._session.keys.changed("recovery-code")
        self.code = ""
        self.kept.emit()

    def _failed(self, error: BaseException) -> None:
        self.setEnabled(True)
        if not isinstance(error, PlannerError):
            self._desk.work.failed.emit(error)
            return
        self.banner.tell(error.message, error.way_on)

    def _print(self) -> None:
        from ui.pdf.printing import choose_printer, print_pages

        title = self._desk.language.text(N_("Recovery sheet"))
        printer = choose_printer(self, title, 1, _A4, grey=True)
        if printer is None:
            return
        code, keys = self.code, self._session.keys
        self._desk.work.start(
            self,
            lambda progress, cancelled: print_pages(keys.sheet(code), printer, progress, cancelled),
            done=lambda _pages: self.typed.setFocus(),
            failed=self._failed,
        )

    def _save(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        title = self._desk.language.text(N_("Save the recovery sheet"))
        name = f"{self._desk.language.text(N_('Recovery sheet'))}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(self, title, name, "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the sheet where the user said; the only thing of the record that ever is written in clear."""
        code, keys = self.code, self._session.keys

        def write(_progress: Any, _cancelled: Any) -> None:
            path.write_bytes(keys.sheet(code))

        def done(_nothing: object) -> None:
            self.banner.tell(
                N_("Saved as {file}. It is not encrypted.", file=path.name),
                N_("Print it or put it on a stick, then delete it from this computer."),
                Tone.WARNING,
            )

        def failed(error: BaseException) -> None:
            if isinstance(error, OSError):
                self.banner.tell(
                    N_("{file} cannot be written.", file=str(path)), N_("Choose another folder.")
                )
            else:
                self._failed(error)

        self._desk.work.start(self, write, done=done, failed=failed)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(3))
        layout.addWidget(self.banner)
        grid = QGridLayout()
        grid.setSpacing(space(2))
        for place, group in enumerate(groups_of(self.code)):
            grid.addWidget(self._box(place, group), place // _ACROSS, place % _ACROSS)
        layout.addLayout(grid)
        outputs = QHBoxLayout()
        outputs.setSpacing(space(2))
        outputs.addWidget(self.print)
        outputs.addWidget(self.save)
        outputs.addStretch(1)
        layout.addLayout(outputs)
        layout.addSpacing(space(1))
        layout.addWidget(self._question)
        answer = QHBoxLayout()
        answer.setSpacing(space(2))
        answer.addWidget(self.typed, _MOST_OF_IT)
        answer.addWidget(self.done)
        answer.addWidget(self.later)
        answer.addStretch(1)
        layout.addLayout(answer)

    def _box(self, place: int, group: str) -> QFrame:
        box = QFrame()
        box.setProperty("kind", "well")
        number = words(self._desk, str(place + 1), "caption")
        letters = QLabel(" ".join(group))
        letters.setProperty("text_style", "strong")
        letters.setTextFormat(Qt.TextFormat.PlainText)
        self._desk.language.say(
            box,
            N_("Group {number}: {letters}", number=place + 1, letters=" ".join(group)),
            "setAccessibleName",
        )
        layout = QVBoxLayout(box)
        layout.setContentsMargins(space(2.5), space(1.5), space(2.5), space(1.5))
        layout.setSpacing(0)
        layout.addWidget(number)
        layout.addWidget(letters)
        return box
