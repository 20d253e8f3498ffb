"""After a record was made: whose it is, in four lines that may wait. It stands on every paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from planner.edits.directory import add_entry
from planner.errors import PlannerError
from planner.message import N_, Message
from planner.record.agency import Agency, CaseManager
from planner.record.ids import AgencyId, CaseManagerId
from planner.record.text import Text, same
from planner.session import Session
from ui.controls.button import Button
from ui.desk import Desk
from ui.shell.form import Form
from ui.theme.tokens import space


class FirstAgencyForm(Form):
    """Made for one open session. Nothing has to be filled in.

    Signals:
        left(bool): entered or put off; whether the first journey is to be begun next.
    """

    left = Signal(bool)

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            N_("Whose record is this?"),
            N_("It is printed on every paper. The rest of it and a logo are entered in the settings."),
            parent,
        )
        self._session = session
        self.name = self._line(N_("Name of the agency"))
        self.name_in_chinese = self._line(N_("Name in Chinese"))
        self.telephone = self._line(N_("Telephone, 24 hours"))
        self.manager = self._line(N_("Your name, as case manager"))
        self.go = Button(desk, N_("Go on to the first journey"), kind="primary")
        self.go.clicked.connect(self.submit)
        self.skip = Button(desk, N_("Not now"))
        self.skip.clicked.connect(lambda: self.left.emit(False))
        self.body.addSpacing(space(1))
        buttons = QHBoxLayout()
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        self.body.addLayout(buttons)

    def arrive(self) -> None:
        super().arrive()
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def submit(self) -> None:
        """Enter what was typed; without a name for the agency there is nothing to enter yet."""
        name = _plain(self.name)
        if not name:
            self.banner.tell(N_("“{field}” is still needed.", field=N_("Name of the agency")))
            self.name.setFocus()
            return
        new_id = self._session.new_id
        manager = _plain(self.manager)
        managers = (CaseManager(id=CaseManagerId(new_id()), name=same(manager)),) if manager else ()
        chinese = _plain(self.name_in_chinese)
        agency = Agency(
            id=AgencyId(new_id()),
            name=Text({"en": name, **({"zh_CN": chinese} if chinese else {})}),
            telephone_24h=_plain(self.telephone),
            case_managers=managers,
        )
        try:
            self._session.run(add_entry(agency))
            if manager:
                self._session.keys.name_myself(manager)
                self._session.who = self._session.keys.case_manager()
        except PlannerError as error:
            self.banner.tell(error.message, error.way_on)
            return
        self.left.emit(True)

    def _line(self, name: Message) -> QLineEdit:
        line = self.add_line(name)
        line.returnPressed.connect(self.submit)
        line.textEdited.connect(self.banner.hide)
        return line


def _plain(line: QLineEdit) -> str:
    return " ".join(line.text().split())
