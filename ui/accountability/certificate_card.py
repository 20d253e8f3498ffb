"""The certificate of an erasure: what went, who erased it, and the event of the log that vouches for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from planner.message import N_
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.card import Card
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import Tone, space

if TYPE_CHECKING:
    from planner.session import Certificate, Names


class CertificateCard(Card):
    """Signals:

    closed: it has been read.
    """

    closed = Signal()

    def __init__(
        self, desk: Desk, certificate: Certificate, names: Names, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, apart=2)
        self._desk = desk
        self._certificate = certificate
        self.banner = Banner(desk, self)
        self.keep = Button(desk, N_("Save the certificate…"), icon="save", parent=self)
        self.keep.clicked.connect(self.choose_file)
        self.close_it = Button(desk, N_("Close"), parent=self)
        self.close_it.clicked.connect(self.closed)
        layout = self.body
        layout.addWidget(words(desk, N_("Certificate of erasure"), "title"))
        who = names.people.get(certificate.who) or N_("no name given")
        for message in certificate.lines(who):
            label = words(desk, message, "body", wrap=True)
            layout.addWidget(label)
        layout.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.keep)
        row.addWidget(self.close_it)
        row.addStretch(1)
        layout.addLayout(row)

    def choose_file(self) -> None:
        """Ask where to, and write it there."""
        title = self._desk.language.text(N_("Save the certificate"))
        name = f"erasure-{self._certificate.number}.json"
        path, _ = QFileDialog.getSaveFileName(self, title, name, "JSON (*.json)")
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> None:
        """Write it to ``path``; what goes wrong is told here."""
        try:
            path.write_text(self._certificate.as_json(), encoding="utf-8")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.banner.tell(N_("{path} cannot be written: {reason}.", path=str(path), reason=reason))
            return
        self.banner.tell(N_("The certificate is in {path}.", path=str(path)), tone=Tone.OK)
