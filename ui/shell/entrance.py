"""The way in: the program's face, the form that is needed, and the opening done off the main thread."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from planner import paths
from planner.errors import Damaged, StoreError, TooSoon
from ui.desk import Desk
from ui.local_time import zone_here
from ui.portions import Portions
from ui.shell import begun_agency
from ui.shell.brand_panel import BrandPanel
from ui.shell.door import Door
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.form import Form
from ui.shell.garbage import leave_out_what_is_there
from ui.shell.language_choice import LanguageChoice
from ui.shell.open_form import OpenForm
from ui.theme.tokens import Tone, space
from ui.work import IsCancelled, Progress

if TYPE_CHECKING:
    from planner.session import Session
    from ui.shell.new_record_form import NewRecordForm
    from ui.shell.recover_form import RecoverForm
    from ui.shell.rescue_form import RescueForm
    from ui.shell.welcome_form import WelcomeForm

_NARROW = space(240)
_MOST_RECORDS = 100  # side by side; where a folder cannot be looked into, none seems free
#: What entering takes, in portions.
_FIRST_PAGES = (
    "ui.shell.places",
    "ui.shell.workspace",
    "ui.caseload.today_words",
    "ui.caseload.today_list",
    "ui.caseload.today_page",
)
#: What asking whose record it is takes, likewise.
_AGENCY = (
    "planner.session.naming",
    "ui.fields.option_list",
    "ui.fields.zone_field",
    "ui.editing.field_row",
    "ui.shell.first_agency_form",
)


class Entrance(QWidget):
    """Welcome, open or create. A ``folder`` asked for that holds no record is proposed for a new one.

    Signals:
        opened(Session, Path): the record is open; the folder is ``None`` for the sample.
        begin_wanted: after that, begin the first journey in it.
    """

    opened = Signal(object, object)
    begin_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        door: Door,
        errors: ErrorPresenter,
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self._desk = desk
        self._door = door
        self._errors = errors
        recent = desk.preferences.values.recent_records
        is_new = folder is not None and not door.holds_record(folder)
        known = folder if not is_new and folder else Path(recent[0]) if recent else None
        self._home = "open" if known is not None and not is_new else "welcome"
        self.is_ready = False
        self._known = known or paths.default_vault_dir()
        self._proposed = folder if is_new and folder else paths.default_vault_dir()
        self._forms: dict[str, Form] = {}
        self._waiting: Session | None = None
        self._rescued_with = ""
        self.stack = QStackedWidget(self)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setProperty("kind", "line")
        self._face = BrandPanel(desk, self)
        right = QVBoxLayout()
        right.setSpacing(0)
        self.language = LanguageChoice(desk, self)
        right.addWidget(self._busy)
        right.addWidget(self.language)
        right.addWidget(self.stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._face, 2)
        layout.addLayout(right, 3)
        self._set_busy(False)
        self.go(self._home)

    @property
    def form(self) -> Form:
        """The form in view."""
        return self._forms[self.key]

    @cached_property
    def open_form(self) -> OpenForm:
        """The form that asks for the passphrase of a record."""
        form = OpenForm(self._desk, self._known)
        form.submitted.connect(self._open)
        form.remembered_wanted.connect(
            lambda folder: self._enter(partial(self._door.open_remembered, folder), folder)
        )
        return form

    @cached_property
    def recover_form(self) -> RecoverForm:
        """The form for the recovery code."""
        from ui.shell.recover_form import RecoverForm

        form = RecoverForm(self._desk, self.open_form.record.folder)
        form.submitted.connect(self._recover)
        return form

    @cached_property
    def rescue_form(self) -> RescueForm:
        """The form for a damaged record."""
        from ui.shell.rescue_form import RescueForm

        form = RescueForm(self._desk)
        form.restore_wanted.connect(self._restore)
        form.salvage_wanted.connect(self._salvage)
        return form

    @cached_property
    def new_form(self) -> NewRecordForm:
        """The form for a new record."""
        from ui.shell.new_record_form import NewRecordForm

        form = NewRecordForm(self._desk, self._proposed)
        form.submitted.connect(self._create)
        return form

    @cached_property
    def welcome_form(self) -> WelcomeForm:
        """The form of the first start."""
        from ui.shell.welcome_form import WelcomeForm

        return WelcomeForm(self._desk)

    @property
    def key(self) -> str:
        """Which form is in view: ``welcome``, ``open`` or ``new``."""
        return next(key for key, form in self._forms.items() if form is self.stack.currentWidget())

    def get_ready(self) -> None:
        """Load what opening needs while the passphrase is being typed. Call once the window is painted."""
        locale, today = self._desk.language.locale, self._desk.clock().date()

        def prepare(_progress: Progress, _cancelled: IsCancelled) -> None:
            from planner.session.readiness import get_ready

            get_ready(locale, today)

        ready = Portions(self)
        self._desk.work.start(self, prepare, done=lambda _result: ready.begin(self._get_widgets_ready()))

    def _get_widgets_ready(self) -> Iterator[None]:
        """Classes of widgets belong to the thread that will make them: a portion a turn."""
        for name in _FIRST_PAGES:
            importlib.import_module(name)
            yield
        QScrollArea().viewport()  # the first time, PySide makes every class that such a widget might be
        yield
        self._desk.theme.get_ready()
        leave_out_what_is_there()
        self.is_ready = True

    def _get_agency_ready(self) -> Iterator[None]:
        """While the recovery code is being put away."""
        for name in _AGENCY:
            importlib.import_module(name)
            yield
        zone_here()  # Qt looks for it at length, the first time

    def go(self, key: str) -> None:
        """Show a form, or go straight into the sample."""
        if key == "sample":
            self._enter(self._door.sample, None)
            return
        key = self._home if key == "back" else key
        form = self._forms.get(key) or self._add_form(key)
        if isinstance(form, OpenForm):
            form.greet(known=self._home == "open")
        if key == "new":
            self.new_form.record.show_folder(self._free_beside(self.new_form.record.folder))
        self.stack.setCurrentWidget(form)
        form.arrive()

    def _free_beside(self, folder: Path) -> Path:
        """A folder for a new record: this one, or beside it with a number where it holds a record already."""
        numbered = (folder.with_name(f"{folder.name} {number}") for number in range(2, _MOST_RECORDS))
        return next((one for one in (folder, *numbered) if not self._door.holds_record(one)), folder)

    def _add_form(self, key: str) -> Form:
        """Forms are made when they are first wanted: most people only ever see one of them."""
        form: Form = getattr(self, f"{key}_form")
        form.wants.connect(self.go)
        self.stack.addWidget(form)
        self._forms[key] = form
        return form

    def ask_for(self, folder: Path) -> None:
        """Ask for the passphrase of this record, as after locking."""
        self._home = "open"
        self.open_form.record.show_folder(folder)
        self.go("open")

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        self._face.setVisible(self.width() >= _NARROW)

    def _open(self, folder: Path, passphrase: str) -> None:
        self._enter(lambda: self._door.open(folder, passphrase), folder)

    def _create(self, folder: Path, passphrase: str) -> None:
        self._enter(lambda: self._door.create(folder, passphrase), folder, with_sheet=True, is_new=True)

    def _recover(self, folder: Path, code: str, passphrase: str) -> None:
        self._enter(lambda: self._door.recover(folder, code, passphrase), folder, with_sheet=True)

    def _look(self, folder: Path) -> None:
        """See what is left of a damaged record; its passphrase is still in the field."""
        passphrase = self.open_form.passphrase.secret

        def looked(outlook: Any) -> None:
            self._rescued_with = passphrase
            self.rescue_form.show_outlook(outlook)
            self.go("rescue")

        self._work(lambda: self._door.look(folder, passphrase), looked)

    def _restore(self) -> None:
        outlook = self.rescue_form.outlook
        assert outlook is not None
        self._enter(partial(self._door.restore, outlook, self._rescued_with), outlook.folder)

    def _salvage(self, target: Path) -> None:
        outlook = self.rescue_form.outlook
        assert outlook is not None

        def saved(told: Any) -> None:
            self.ask_for(told.folder)
            self.open_form.banner.tell(*self.rescue_form.saved(told), tone=Tone.OK)

        self._work(partial(self._door.salvage, outlook, target, self._rescued_with), saved)

    def _enter(
        self, way: Callable[[], Any], folder: Path | None, *, with_sheet: bool = False, is_new: bool = False
    ) -> None:
        def done(session: Any) -> None:
            for form in self._forms.values():
                form.forget()
            self._rescued_with = ""
            if folder is not None:
                self._desk.preferences.keep(self._desk.preferences.values.with_recent_record(folder))
            if with_sheet and folder is not None and hasattr(session, "keys"):
                self._show_sheet(session, folder, is_new)
            elif folder is not None and hasattr(session, "drafts") and begun_agency.is_to_be_asked(session):
                self._waiting = session
                self._ask_whose(session, folder)
            else:
                self.opened.emit(session, folder)

        self._work(way, done)

    def _work(self, way: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Do what is slow by design off the thread; what goes wrong is told in the form in view."""
        left_from: QWidget | None = self.form.focusWidget()
        self._set_busy(True)

        def ended(result: Any) -> None:
            self._set_busy(False)
            done(result)

        def failed(error: BaseException) -> None:
            self._set_busy(False)
            self._errors.present(error, self.form.banner)
            if left_from is not None and left_from.isVisible():  # nothing has the keyboard while it is busy
                left_from.setFocus()
            if not isinstance(self.form, OpenForm):
                return
            if isinstance(error, TooSoon):
                self.form.wait(error.seconds)
            elif isinstance(error, Damaged):
                self._look(self.form.record.folder)
            elif isinstance(error, StoreError):
                self.form.refused()

        self._desk.work.start(self, lambda _progress, _cancelled: way(), done=ended, failed=failed)

    def _show_sheet(self, session: Any, folder: Path, is_new: bool) -> None:
        """The recovery sheet of a record that was just made, before anything else."""
        from ui.shell.sheet_form import SheetForm

        form = SheetForm(self._desk, session)
        if is_new:
            begun_agency.keep(session, {})  # the window may be closed before it is asked

        def onward() -> None:
            self._drop("sheet")
            if is_new:
                self._ask_whose(session, folder)
            else:
                self._waiting = None
                self.opened.emit(session, folder)

        self._waiting = session
        form.sheet.kept.connect(onward)
        form.sheet.put_off.connect(onward)
        self.stack.addWidget(form)
        self._forms["sheet"] = form
        self.go("sheet")
        if is_new:
            Portions(form).begin(self._get_agency_ready())

    def _ask_whose(self, session: Any, folder: Path) -> None:
        """Whose record it is, the first time it is entered."""
        from ui.shell.first_agency_form import FirstAgencyForm

        form = FirstAgencyForm(self._desk, session)

        def onward(begin: bool) -> None:
            self._drop("agency")
            self._waiting = None
            self.opened.emit(session, folder)
            if begin:
                self.begin_wanted.emit()

        form.left.connect(onward)
        self.stack.addWidget(form)
        self._forms["agency"] = form
        self.go("agency")

    def _drop(self, key: str) -> None:
        form = self._forms.pop(key)
        self.stack.removeWidget(form)
        form.deleteLater()

    def leave(self) -> None:
        """Close a record that was made but not entered yet: the window is closing."""
        if self._waiting is not None:
            self._keep_begun()
            self._waiting.close()
            self._waiting = None

    def _keep_begun(self) -> None:
        from ui.shell.first_agency_form import FirstAgencyForm

        form = self._forms.get("agency")
        if isinstance(form, FirstAgencyForm):
            form.keep_if_waiting()

    def _set_busy(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        self.stack.setEnabled(not busy)
