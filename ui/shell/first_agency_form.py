"""After a record was made: whose it is, in five lines that may wait. It stands on every paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.edits.directory import add_entry
from planner.edits.field_names import field_name
from planner.errors import PlannerError
from planner.message import N_, Message
from planner.record.agency import Agency, CaseManager
from planner.record.ids import AgencyId, CaseManagerId
from planner.record.shape import shape_of
from planner.record.text import Text, as_typed, has_hanzi
from planner.session import Session
from ui.controls.button import Button
from ui.controls.words import words
from ui.desk import Desk
from ui.editing.field_row import FieldRow
from ui.fields.field import FieldContext
from ui.fields.zone_field import ZoneField
from ui.local_time import zone_here
from ui.shell import begun_agency
from ui.shell.form import Form
from ui.theme.tokens import space

_KEEP_AFTER_MS = 250


class FirstAgencyForm(Form):
    """Made for one open session. Nothing has to be filled in; what was typed is there again after closing.

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
        rung = N_("With the country code, such as +64: it is rung from abroad.")
        self.telephone = self._line(N_("Telephone, 24 hours"), rung)
        self.manager = self._line(N_("Your name, as case manager"))
        self.zone = self._zone()
        self._lines = {
            "name": self.name,
            "name_in_chinese": self.name_in_chinese,
            "telephone": self.telephone,
            "manager": self.manager,
        }
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._keep)
        self._show_begun()
        self.go = Button(desk, N_("Go on to the first journey"), kind="primary")
        self.go.clicked.connect(self.submit)
        self.skip = Button(desk, N_("Not now"))
        self.skip.clicked.connect(self._put_off)
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
        name = name_of_agency(_plain(self.name), _plain(self.name_in_chinese))
        if not name:
            self.banner.tell(N_("“{field}” is still needed.", field=N_("Name of the agency")))
            self.name.setFocus()
            return
        self.zone.say(self.zone.field.problem)
        if self.zone.problem is not None:
            self.zone.field.start()
            return
        new_id = self._session.new_id
        manager = _plain(self.manager)
        called = as_typed(manager, self.desk.language.locale)
        managers = (CaseManager(id=CaseManagerId(new_id()), name=called),) if manager else ()
        agency = Agency(
            id=AgencyId(new_id()),
            name=name,
            telephone_24h=_plain(self.telephone),
            zone=self.zone.value,
            case_managers=managers,
        )
        try:
            self._session.run(add_entry(agency))
            if manager:
                self._session.keys.name_myself(manager)
                self._session.who = self._session.keys.case_manager()
            self._waiting.stop()
            begun_agency.is_answered(self._session)
        except PlannerError as error:
            self.banner.tell(error.message, error.way_on)
            return
        self.left.emit(True)

    def keep_if_waiting(self) -> None:
        """The window is closing: keep at once what would be kept in a moment."""
        if self._waiting.isActive():
            self._keep()

    def _put_off(self) -> None:
        """Not now: what was typed is there again at the next opening; with nothing typed it is settled."""
        if any(_plain(line) for line in self._lines.values()):
            self._keep()
        else:
            self._waiting.stop()
            begun_agency.is_answered(self._session)
        self.left.emit(False)

    def _keep(self) -> None:
        self._waiting.stop()
        typed = {name: line.text() for name, line in self._lines.items()}
        try:
            begun_agency.keep(self._session, {**typed, "zone": self.zone.value})
        except PlannerError as error:
            self.banner.tell(error.message, error.way_on)

    def _show_begun(self) -> None:
        """What was typed before; where nothing was, the zone of this computer, to be seen and changed."""
        begun = begun_agency.typed_before(self._session)
        for name, line in self._lines.items():
            line.setText((begun or {}).get(name, ""))
        self.zone.field.show_value(begun.get("zone", "") if begun is not None else zone_here())

    def _zone(self) -> FieldRow:
        name = field_name(Agency, "zone")
        shape = next(one for one in shape_of(Agency) if one.name == "zone")
        context = FieldContext(self.desk, self._session, lambda: None, self._session.directory)
        row = FieldRow(self.desk, shape, name, ZoneField(context, name))
        row.field.committed.connect(lambda: row.say(row.field.problem))
        row.field.committed.connect(self._wait)
        row.field.edited.connect(self._wait)
        both = QVBoxLayout()
        both.setSpacing(space(1))
        both.addWidget(row.label)  # as far from its line as the labels above
        both.addWidget(row)
        why = N_("Where the agency works. It starts as this computer is set.")
        both.addWidget(words(self.desk, why, "small", wrap=True))
        self.body.addLayout(both)
        return row

    def _wait(self) -> None:
        self._waiting.start(_KEEP_AFTER_MS)

    def _line(self, name: Message, hint: Message | None = None) -> QLineEdit:
        line = self.add_line(name, hint=hint)
        line.returnPressed.connect(self.submit)
        line.textEdited.connect(self.banner.hide)
        line.textEdited.connect(self._wait)
        return line


def name_of_agency(name: str, chinese: str) -> Text:
    """Both in their languages: whoever has one name, in hanzi, may have typed it first or twice."""
    if has_hanzi(name) and chinese in ("", name):
        name, chinese = "", name
    wording = {"en": name, "zh_CN": chinese}
    return Text({at: words for at, words in wording.items() if words}, "en" if name else "zh_CN")


def _plain(line: QLineEdit) -> str:
    return " ".join(line.text().split())
