"""After a record was made or recovered: its recovery sheet, before anything else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.message import N_
from planner.session import Session
from ui.desk import Desk
from ui.record.recovery_sheet import RecoverySheet
from ui.shell.form import Form


class SheetForm(Form):
    """The code to put away. Made for one open session."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            N_("Put this code away"),
            N_(
                "It opens the record once if the passphrase is ever forgotten. Print it and keep it away "
                "from the computer: whoever has both can open everything."
            ),
            parent,
        )
        self.sheet = RecoverySheet(desk, session, self)
        self.body.addWidget(self.sheet)

    def arrive(self) -> None:
        super().arrive()
        self.sheet.print.setFocus()
