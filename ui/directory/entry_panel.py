"""One entry, edited in place: each field is kept when one is done with it, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.edits.directory import add_entry, change_entry, duplicate_entry, remove_entry
from planner.errors import InputError, PlannerError
from planner.message import N_
from planner.record.contact import Contact, ContactRole
from planner.record.ids import ContactId, PlaceId
from planner.record.place import Place, PlaceKind
from planner.record.text import Text
from ui.controls.banner import Banner
from ui.controls.button import IconButton
from ui.controls.layout_widgets import clear
from ui.controls.pill import Pill
from ui.controls.sheet import Sheet
from ui.controls.words import words
from ui.desk import Desk
from ui.directory.driver_card import DriverCard
from ui.directory.entry_drafts import keep, take_up
from ui.directory.entry_words import Entry, kind_name, name_of
from ui.directory.join_card import JoinCard
from ui.directory.usage_card import UsageCard
from ui.editing.form import Form
from ui.editing.make_control import make_control
from ui.fields.field import FieldContext
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import Tone, space

if TYPE_CHECKING:
    from planner.session import Session

_WIDEST = space(220)
_KEEP_AFTER_MS = 800


class EntryPanel(QScrollArea):
    """The form of a place or a person, what a driver sees of it, and where it is used.

    A new entry is in the record as soon as it has what it cannot be without. What is typed and is not in the
    record is kept as a draft.

    Signals:
        entry_wanted(str): show the entry of this id instead.
        journey_wanted(str): show the journey of this id.
        large_wanted(object): show this sentence over the whole window.
        done(object): something larger was done; its label.
        gone: the entry shown is no longer there.
        left: another entry takes the place of the one that was shown.
    """

    entry_wanted = Signal(str)
    journey_wanted = Signal(str)
    large_wanted = Signal(object)
    done = Signal(object)
    gone = Signal()
    left = Signal()

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self.entry: Entry | None = None
        self.is_draft = False
        self._passed_over: set[frozenset[str]] = set()
        self._forms: dict[type, Form] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = words(desk, "", "heading", wrap=True)
        self._pills = QHBoxLayout()
        self.banner = Banner(desk)
        self.join = JoinCard(desk, session)
        self.join.join_wanted.connect(self._join)
        self.driver = DriverCard(desk)
        self.driver.large_wanted.connect(self.large_wanted)
        self.usage = UsageCard(desk)
        self.usage.journey_wanted.connect(self.journey_wanted)
        self.usage.entry_wanted.connect(self.entry_wanted)
        self.copy = IconButton(desk, N_("Copy this entry"), "copy")
        self.joining = IconButton(desk, N_("Join with another entry"), "merge")
        self.remove = IconButton(desk, N_("Remove this entry"), "trash-2")
        self.copy.clicked.connect(self._copy)
        self.joining.clicked.connect(lambda: self._open_join(None))
        self.remove.clicked.connect(self._remove)
        self._form_card = QFrame()
        self._form_card.setProperty("kind", "card")
        self._form_place = QVBoxLayout(self._form_card)
        self._form_place.setContentsMargins(space(5), space(4), space(5), space(5))
        self.setWidget(self._page())
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_AFTER_MS)
        self._keeping.timeout.connect(self.keep)
        desk.language.changed.connect(self._show_head)

    # What is shown

    def show_entry(self, entry: Entry, *, anew: bool = True) -> None:
        """Show an entry of the directory; with ``anew`` from the top, else as it is now."""
        if anew:
            self._leave()
        self.is_draft = False
        self._show(entry)
        if anew:
            take_up(self._session, entry.id, self.form)
        self._tell_usage()
        if anew:
            self.banner.hide()
            self.join.hide()
            self.verticalScrollBar().setValue(0)
            self._offer_likely()
            self.left.emit()

    def start(self, kind: type[Entry], words_typed: str = "", id: str = "") -> None:
        """A new entry, called what was typed; kept once it has a name. One begun before goes on by its id."""
        self._leave()
        locale = self._desk.language.locale
        name = Text({locale: words_typed}, locale) if words_typed else Text()
        new_id = id or self._session.new_id()
        self.is_draft = True
        entry: Entry
        if kind is Place:
            entry = Place(id=PlaceId(new_id), kind=PlaceKind.HOSPITAL, name=name)
        else:
            entry = Contact(id=ContactId(new_id), role=ContactRole.INTERPRETER, name=name)
        self.banner.hide()
        self.join.hide()
        self._show(entry)
        take_up(self._session, entry.id, self.form)
        self.usage.hide()
        self.driver.hide()
        self.verticalScrollBar().setValue(0)
        row = self.form.row("name")
        if row is not None:
            row.field.start()
        if name:
            self._committed("name")

    def keep(self) -> None:
        """Keep as a draft what stands in the form and is not in the directory."""
        self._keeping.stop()
        if self.entry is not None:
            keep(self._session, self.entry, self.form, is_new=self.is_draft)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        if self._keeping.isActive():
            self.keep()
        super().hideEvent(event)

    def _leave(self) -> None:
        """Another entry is to be shown: nothing of this one may stay in the form."""
        if self.entry is None:
            return
        self.keep()
        for name, row in self.form.made.items():
            if row.field.problem is not None:
                row.field.show_value(getattr(self.entry, name))
                row.say(None)

    def refresh(self) -> None:
        """The directory changed: show the entry as it is now."""
        entry = self.entry
        if entry is None or self.is_draft:
            return
        now = self._find(entry.id)
        if now is None:
            self.entry = None
            self.gone.emit()
        elif now is not entry:
            self.show_entry(now, anew=False)
        else:
            self._tell_usage()

    @property
    def form(self) -> Form:
        """The form of the entry shown."""
        assert self.entry is not None
        return self._form_of(type(self.entry))

    def _show(self, entry: Entry) -> None:
        before, self.entry = self.entry, entry
        form = self._form_of(type(entry))
        for other in self._forms.values():
            other.setVisible(other is form)
        if before is not None and type(before) is type(entry):
            for name, row in form.made.items():  # where nobody has typed since, even with the focus in it
                if row.field.problem is None and row.field.value == getattr(before, name):
                    row.field.show_value(getattr(entry, name))
        form.show_values({field.name: getattr(entry, field.name) for field in fields(entry)})
        self.driver.show_place(entry if isinstance(entry, Place) else None)
        self._show_head()

    def _show_head(self) -> None:
        entry = self.entry
        if entry is None:
            return
        self.title.setText(name_of(self._desk, entry))
        clear(self._pills)
        self._pills.addWidget(Pill(self._desk, kind_name(entry), Tone.ACCENT))
        if self.is_draft:
            self._pills.addWidget(Pill(self._desk, N_("not kept yet: it needs a name"), Tone.WARNING))
        for button in (self.copy, self.joining, self.remove):
            button.setEnabled(not self.is_draft)

    def _tell_usage(self) -> None:
        entry = self.entry
        if entry is None:
            return
        ids = self._session.shared.journeys_using(entry)
        newest = self._session.summaries_of(ids[::-1][:12])
        self.usage.show_usage(newest, len(ids), self._in_this_house(entry))
        self.usage.show()

    def _in_this_house(self, entry: Entry) -> tuple[Entry, ...]:
        directory = self._session.directory()
        return (
            *(place for place in directory.places if place.within == entry.id),
            *(contact for contact in directory.contacts if contact.place == entry.id),
        )

    def _offer_likely(self) -> None:
        entry = self.entry
        if entry is None:
            return
        for other in self._session.shared.likely_same(entry):
            if frozenset((entry.id, other.id)) not in self._passed_over:
                self._passed_over.add(frozenset((entry.id, other.id)))
                self.banner.tell(
                    N_("“{name}” may be the same, entered twice.", name=name_of(self._desk, other)),
                    tone=Tone.INFO,
                    offer=(N_("Join them…"), partial(self._open_join, other)),
                )
                return

    # What is done

    def _committed(self, name: str) -> None:
        entry = self.entry
        row = self.form.made.get(name)
        if entry is None or row is None:
            return
        row.say(row.field.problem)
        if self._keeping.isActive():
            self.keep()
        if row.field.problem is not None:
            return
        if self.is_draft:
            self._keep_draft()
        elif row.field.value != getattr(entry, name):
            values = {name: row.field.value, **self.form.followed}
            self._run(lambda: change_entry(self._session.directory(), entry.id, values), row.say)

    def _keep_draft(self) -> None:
        form, entry = self.form, self.entry
        values = form.values
        if entry is None or form.missing or not values["name"]:
            return
        kept: Entry = type(entry)(**{**values, "id": entry.id})
        self.is_draft = False
        if self._run(lambda: add_entry(kept), self.banner.tell):
            self._keeping.stop()
            self._session.drafts.drop(kept.id)
            self.entry_wanted.emit(kept.id)
        else:
            self.is_draft = True

    def _run(self, make: Callable[[], Any], tell: Callable[[Any], object]) -> bool:
        try:
            self._session.run(make())
        except InputError as error:
            tell(error.message)
            return False
        except PlannerError as error:
            self._errors.present(error, self.banner)
            return False
        return True

    def _copy(self) -> None:
        if self.entry is None:
            return
        with self._errors.told(self.banner):
            edit, new_id = duplicate_entry(
                self._session.directory(), self.entry.id, new_id=self._session.new_id
            )
            self._session.run(edit)
            self.entry_wanted.emit(new_id)
            self.done.emit(edit.label)

    def _remove(self) -> None:
        entry = self.entry
        if entry is None:
            return
        used = len(self._session.shared.journeys_using(entry))
        with self._errors.told(self.banner):
            edit = remove_entry(self._session.directory(), entry.id, journeys=used)
            self._session.run(edit)
            self.done.emit(edit.label)

    def _open_join(self, other: Entry | None) -> None:
        if self.entry is not None:
            self.join.open_for(self.entry, other)
            self.ensureWidgetVisible(self.join)

    def _join(self, kept_id: str, gone_id: str) -> None:
        kept, gone = self._find(kept_id), self._find(gone_id)
        if kept is None or gone is None:
            return
        with self._errors.told(self.banner):
            edit = self._session.shared.joining(kept, gone)
            self._session.run(edit)
            self.entry_wanted.emit(kept_id)
            self.done.emit(edit.label)

    # How it is put together

    def _find(self, id: str) -> Entry | None:
        directory = self._session.directory()
        known: tuple[Entry, ...] = (*directory.places, *directory.contacts)
        return next((one for one in known if one.id == id), None)

    def _form_of(self, kind: type) -> Form:
        form = self._forms.get(kind)
        if form is None:
            context = FieldContext(
                self._desk, self._session, lambda: None, self._session.directory, zone=self._zone
            )
            form = self._forms[kind] = Form(context, kind, make_control, late=True)
            form.committed.connect(self._committed)
            form.edited.connect(lambda _name: self._keeping.start())
            self._form_place.addWidget(form)
        return form

    def _zone(self) -> str:
        return self.entry.zone if isinstance(self.entry, Place) else ""

    def _page(self) -> QWidget:
        page = Sheet()
        page.setProperty("kind", "page")
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addWidget(self.title, 1)
        for button in (self.copy, self.joining, self.remove):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._pills.setSpacing(space(2))
        pills = QHBoxLayout()
        pills.addLayout(self._pills)
        pills.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        named = QVBoxLayout()
        named.setSpacing(space(1))
        named.addLayout(head)
        named.addLayout(pills)
        column.addLayout(named)
        for part in (self.banner, self.join, self._form_card, self.driver, self.usage):
            column.addWidget(part)
        column.addStretch(1)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(space(5), space(5), space(5), space(6))
        layout.addWidget(inner)
        return page
