"""The agency whose name stands on every print, and its case managers. Each field holds once one leaves it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from planner.edits.directory import add_entry, change_entry
from planner.edits.field_names import field_name
from planner.errors import PlannerError
from planner.message import N_, NP_, Message
from planner.record.agency import Agency, CaseManager
from planner.record.ids import AgencyId, CaseManagerId
from planner.record.shape import shape_of
from planner.record.text import Text, has_hanzi, same
from planner.session import Session
from ui.controls.button import Button
from ui.controls.words import words
from ui.desk import Desk
from ui.editing.field_row import FieldRow
from ui.fields.field import FieldContext
from ui.fields.zone_field import ZoneField
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.settings.card import SettingsCard
from ui.shell.settings.logo_row import LogoRow
from ui.theme.tokens import space

_Entry = Agency | CaseManager
_Read = Callable[[Any], str]
_Written = Callable[[Any, str], object]


def _worded(name: str, locale: str) -> tuple[str, _Read, _Written]:
    """A field of words, in one of their languages."""

    def read(entry: Any) -> str:
        words: Text = getattr(entry, name)
        return words.in_(locale)

    def written(entry: Any, typed: str) -> object:
        words: Text = getattr(entry, name)
        # whoever has one name, in hanzi, may type it in the first line
        at = "zh_CN" if has_hanzi(typed) and not words.in_("zh_CN") else locale
        return words.with_wording(at, typed, reviewed=True) if words else same(typed, at)

    return name, read, written


def _plain(name: str) -> tuple[str, _Read, _Written]:
    return name, lambda entry: str(getattr(entry, name)), lambda _entry, typed: typed


_AGENCY: tuple[tuple[Message, tuple[str, _Read, _Written]], ...] = (
    (N_("Name"), _worded("name", "en")),
    (N_("Name in Chinese"), _worded("name", "zh_CN")),
    (N_("Address"), _worded("address", "en")),
    (N_("Address in Chinese"), _worded("address", "zh_CN")),
    (N_("Telephone, 24 hours"), _plain("telephone_24h")),
    (N_("Telephone in China"), _plain("telephone_china")),
    (N_("E-mail"), _plain("email")),
)
_MANAGER: tuple[tuple[Message, tuple[str, _Read, _Written]], ...] = (
    (NP_("person", "Name"), _worded("name", "en")),
    (N_("Name in Chinese characters"), _worded("name", "zh_CN")),
    (N_("Telephone"), _plain("telephone")),
    (N_("E-mail"), _plain("email")),
)


class AgencyCard(SettingsCard):
    """Made anew when the directory changes by somebody else's hand; the keyboard stays where it was."""

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, N_("Agency"), parent)
        self._session = session
        self._errors = errors
        self.fields: dict[tuple[str, str], QLineEdit] = {}
        self.zone: FieldRow | None = None
        self._why = words(desk, N_("Stands on every print, with who answers at night."), "small", wrap=True)
        self.body.addWidget(self._why)
        self._holder: QWidget | None = None
        self.add = Button(desk, N_("Add a case manager"), icon="user")
        self.add.clicked.connect(self._add_manager)
        self.begin = Button(desk, N_("Enter the agency"), kind="primary")
        self.begin.clicked.connect(self._begin)
        self.logo = LogoRow(desk, session, errors, self)
        for button in (self.begin, self.add):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.logo)
        self.follow()

    def follow(self) -> None:
        """Show agency and case managers as they are now."""
        agency = self._session.directory().agency
        self.begin.setVisible(agency is None)
        self.add.setVisible(agency is not None)
        self.logo.follow()
        wanted = {self._key(entry, name) for entry, spec in self._entries() for name, (_f, *_rest) in spec}
        if wanted != set(self.fields):
            self._make()
        for entry, spec in self._entries():
            for name, (_field, read, _written) in spec:
                line = self.fields[self._key(entry, name)]
                if line.text() != read(entry) and not line.isModified():
                    line.setText(read(entry))
        if agency is not None and self.zone is not None and self.zone.field.problem is None:
            self.zone.field.show_value(agency.zone)

    def _entries(self) -> list[tuple[_Entry, tuple[tuple[Message, tuple[str, _Read, _Written]], ...]]]:
        agency = self._session.directory().agency
        if agency is None:
            return []
        return [(agency, _AGENCY), *((one, _MANAGER) for one in agency.case_managers)]

    def _key(self, entry: _Entry, name: Message) -> tuple[str, str]:
        return str(entry.id), name.msgid

    def _make(self) -> None:
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self.fields, self.zone = {}, None
        holder = self._holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(3))
        grid.setVerticalSpacing(space(2))
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        row = 0
        for entry, spec in self._entries():
            if isinstance(entry, CaseManager):
                grid.addWidget(words(self.desk, N_("Case manager"), "strong"), row, 0, 1, 2)
                row += 1
            for place, (name, way) in enumerate(spec):
                column = place % 2
                label = words(self.desk, name, "small")
                line = QLineEdit()
                label.setBuddy(line)
                self.desk.language.say(line, name, "setAccessibleName")
                line.editingFinished.connect(partial(self._keep, str(entry.id), way, line))
                self.fields[self._key(entry, name)] = line
                grid.addWidget(label, row + 2 * (place // 2), column)
                grid.addWidget(line, row + 2 * (place // 2) + 1, column)
            cells = len(spec)
            if isinstance(entry, Agency):
                self.zone = self._zone(holder)
                self.zone.label.setParent(holder)  # as far from its line as the labels beside it
                grid.addWidget(self.zone.label, row + 2 * (cells // 2), cells % 2)
                grid.addWidget(self.zone, row + 2 * (cells // 2) + 1, cells % 2)
                cells += 1
            row += 2 * ((cells + 1) // 2)
        self.body.insertWidget(2, holder)

    def _keep(self, entry_id: str, way: tuple[str, _Read, _Written], line: QLineEdit) -> None:
        line.setModified(False)
        name, read, written = way
        directory = self._session.directory()
        agency = directory.agency
        held = (agency, *agency.case_managers) if agency else ()
        entry = next((one for one in held if one.id == entry_id), None)
        typed = line.text().strip()
        if entry is None or read(entry) == typed:
            return
        try:
            self._session.run(change_entry(directory, entry_id, {name: written(entry, typed)}))
        except PlannerError as error:
            self._errors.present(error)
            line.setText(read(entry))

    def _zone(self, holder: QWidget) -> FieldRow:
        """Its zone is chosen by a city, as in every form; what is none stays as typed, and says so."""
        name = field_name(Agency, "zone")
        shape = next(one for one in shape_of(Agency) if one.name == "zone")
        context = FieldContext(self.desk, self._session, lambda: None, self._session.directory)
        row = FieldRow(self.desk, shape, name, ZoneField(context, name), holder)
        row.field.committed.connect(self._keep_zone)
        return row

    def _keep_zone(self) -> None:
        directory, row = self._session.directory(), self.zone
        agency = directory.agency
        if row is None or agency is None:
            return
        row.say(row.field.problem)
        if row.problem is None and row.value != agency.zone:
            try:
                self._session.run(change_entry(directory, str(agency.id), {"zone": row.value}))
            except PlannerError as error:
                row.say(error.message)

    def _begin(self) -> None:
        self._run(Agency(id=AgencyId(self._session.new_id()), name=Text()))
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.setFocus()

    def _add_manager(self) -> None:
        new = self._session.new_id()
        self._run(CaseManager(id=CaseManagerId(new), name=Text()))
        line = self.fields.get((new, _MANAGER[0][0].msgid))
        if line is not None:
            line.setFocus()

    def _run(self, entry: _Entry) -> None:
        with self._errors.told():
            self._session.run(add_entry(entry))
        self.follow()
