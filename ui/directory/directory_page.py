"""The directory: places and people that all journeys share, found as one types, edited beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.message import N_
from planner.record.contact import Contact
from planner.record.directory import Directory
from planner.record.place import Place
from ui.controls.button import Button
from ui.controls.choice_box import ChoiceBox
from ui.controls.empty_state import EmptyState
from ui.controls.room_around import RoomAround
from ui.controls.search_field import SearchField
from ui.controls.side_list import Line, SideList
from ui.controls.words import words
from ui.desk import Desk
from ui.directory.entry_drafts import kind_of, not_added
from ui.directory.entry_panel import EntryPanel
from ui.directory.entry_words import GROUPS, Entry, belongs, in_order, line_of
from ui.editing.drafts_strip import DraftsStrip
from ui.editing.keeper import Keeper
from ui.reference.sentences import Sentence
from ui.reference.shown_large import ShownLarge
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.page import Page
from ui.shell.top_bar import TopBar
from ui.theme.tokens import space

if TYPE_CHECKING:
    from planner.session import Changed, Session

_LIST_WIDTH = space(96)
_FOLLOW_MS = 150
"""How long after the last letter typed into the search its first find is shown beside the list."""


class DirectoryPage(Page):
    """A list of entries, and the chosen one.

    Signals:
        journey_wanted(str): show the journey of this id.
        done(object): something larger was done, worth a word and the offer to undo it; its label.
    """

    journey_wanted = Signal(str)
    done = Signal(object)

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self._desk = desk
        self._session = session
        self._used: dict[str, int] = {}
        self._houses: dict[str, Place] = {}
        self._large: ShownLarge | None = None
        self._is_stale = False
        self._is_typing = False
        self._ordered: tuple[Directory, str, list[Entry]] | None = None
        self._once_typed = QTimer(self)
        self._once_typed.setSingleShot(True)
        self._once_typed.setInterval(_FOLLOW_MS)
        self._once_typed.timeout.connect(self._follow)
        self.search = SearchField(desk, N_("Name, 汉字, pinyin, address, telephone"), self)
        self.group = ChoiceBox(desk, N_("Which entries"), self)
        self.list = SideList(desk, N_("Directory"), self._line, self)
        self.panel = EntryPanel(desk, session, errors)
        self.add_place = Button(desk, N_("New place"), icon="plus", parent=self)
        self.add_person = Button(desk, N_("New person"), icon="plus", parent=self)
        for button in (self.add_place, self.add_person):
            button.hide()
        self.strip = DraftsStrip(desk, lambda: Keeper(session), self)
        self.strip.wanted.connect(self._go_on)
        self.strip.discarded.connect(self._discard)
        self._count = words(desk, "", "small")
        self._lists = QStackedWidget(self)
        self._lists.addWidget(self.list)
        self._lists.addWidget(self._nothing_found())
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self._nothing_yet())
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._narrow(is_typing=True))
        self.search.left_downwards.connect(self.list.setFocus)
        self.search.returnPressed.connect(self.list.setFocus)
        self.group.activated.connect(lambda _row: self._narrow())
        self.list.chosen.connect(self._choose)
        self.list.typed.connect(self._type_on)
        self.list.entered_row.connect(self._into_form)
        self.panel.entry_wanted.connect(self.open_entry)
        self.panel.journey_wanted.connect(self.journey_wanted)
        self.panel.large_wanted.connect(self._show_large)
        self.panel.done.connect(self.done)
        self.panel.left.connect(self._offer_drafts)
        self.panel.gone.connect(lambda: self.list.choose_first())
        self.add_place.clicked.connect(lambda: self.start(Place))
        self.add_person.clicked.connect(lambda: self.start(Contact))
        desk.language.changed.connect(self._word_groups)
        self._word_groups()
        self._load(at_once=False)

    def arrive(self, bar: TopBar) -> None:
        bar.show_page(N_("Directory"), actions=(self.add_place, self.add_person))
        if self._is_stale:
            self._load()
        self._offer_drafts()
        (self.list if self.list.rows.rowCount() else self.search).setFocus()

    def search_here(self) -> bool:
        self.search.setFocus()
        self.search.selectAll()
        return True

    def refresh(self, changed: Changed) -> None:
        """What any journey uses may have changed too; the list is read again when it is looked at."""
        self._is_stale = True
        if self.isVisible():
            self._load()

    def open_entry(self, id: str) -> None:
        """Show the entry of that id, whatever the list was narrowed to."""
        if not self.list.choose(id):
            self.search.clear()
            self.group.setCurrentIndex(0)
            self._narrow()
            self.list.choose(id)
        self._choose(id)  # it may be the current one while a new entry stands beside it

    def start(self, kind: type[Entry], words_typed: str = "", id: str = "") -> None:
        """Begin a new place or person, or go on with the one of that id."""
        self._stack.setCurrentWidget(self.panel)
        self.list.setCurrentIndex(QModelIndex())
        self.panel.start(kind, words_typed, id)
        self._offer_drafts()

    def _offer_drafts(self) -> None:
        """Offer what was begun and not added, but for what stands in the form."""
        here = self.panel.entry.id if self.panel.entry is not None and self.panel.is_draft else ""
        self.strip.show_drafts([one for one in not_added(self._session) if one.key != here])

    def _go_on(self, key: str) -> None:
        draft = next((one for one in not_added(self._session) if one.key == key), None)
        if draft is not None:
            self.start(kind_of(draft), id=key)

    def _discard(self, key: str) -> None:
        self._session.drafts.drop(key)
        self._offer_drafts()

    @property
    def large(self) -> ShownLarge:
        """An address over the whole window; made when it is first wanted."""
        if self._large is None:
            self._large = ShownLarge(self._desk, self.window())
            self.destroyed.connect(self._large.deleteLater)  # locked, the window shows nothing of the record
        return self._large

    def _load(self, *, at_once: bool = True) -> None:
        """Read the directory; the first entry's form comes ``at_once``, or a moment later, as in typing."""
        self._is_stale = False
        directory = self._session.directory()
        self._used = dict(self._session.shared.use_counts())
        self._houses = {place.id: place for place in directory.places}
        self.panel.refresh()
        self._narrow(is_typing=not at_once)

    def _narrow(self, *, is_typing: bool = False) -> None:
        directory = self._session.directory()
        entries: tuple[Entry, ...] = (*directory.places, *directory.contacts)
        everything = {str(entry.id): entry for entry in entries}
        asked, group = self.search.text().strip(), str(self.group.currentData() or "all")
        found: list[Entry]
        if asked:
            hits = self._session.shared.find(asked)
            found = [everything[id] for id in hits if id in everything]
        else:
            found = self._in_order(entries)
        shown = [entry for entry in found if belongs(entry, group, self._used)]
        self.list.show_things([(entry.id, entry) for entry in shown])
        self._is_typing = is_typing
        if self.list.current is None and shown and not self.panel.is_draft:
            self.list.choose_first()
        self._is_typing = False
        self._lists.setCurrentIndex(0 if shown or not everything else 1)
        self._stack.setCurrentIndex(0 if everything or self.panel.is_draft else 1)
        if is_typing:
            self.list.scrollToTop()
        self._desk.language.say(self._count, N_("{count} listed", count=len(shown)))

    def _follow(self) -> None:
        self._choose(self.list.current)

    def _in_order(self, entries: tuple[Entry, ...]) -> list[Entry]:
        """By name; thousands are put in order once, until one of them or the language changes."""
        known = (self._session.directory(), self._desk.language.locale)
        if self._ordered is None or self._ordered[0] is not known[0] or self._ordered[1] != known[1]:
            self._ordered = (*known, in_order(self._desk, entries))
        return self._ordered[2]

    def _choose(self, id: str | None) -> None:
        row = None if id is None else self.list.rows.row_of(id)
        if row is None:
            return
        if self._is_typing:
            self._once_typed.start()
            return
        entry: Entry = self.list.rows.thing(row)
        shown = self.panel.entry
        is_same = shown is not None and shown.id == entry.id and not self.panel.is_draft
        if not is_same:
            self.panel.show_entry(entry)
        elif shown is not entry:
            self.panel.show_entry(entry, anew=False)

    def _into_form(self) -> None:
        row = self.panel.form.row("name") if self.panel.entry is not None else None
        if row is not None:
            row.field.start()

    def _type_on(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + text)

    def _line(self, entry: Entry) -> Line:
        return line_of(self._desk, entry, self._used, self._houses)

    def _show_large(self, sentence: Sentence) -> None:
        self.large.show_sentence(sentence)

    def _word_groups(self) -> None:
        chosen = self.group.currentData() or "all"
        self.group.clear()
        for key, name in GROUPS.items():
            self.group.addItem(self._desk.language.text(name), key)
        self.group.setCurrentIndex(self.group.findData(chosen))

    def _nothing_found(self) -> QWidget:
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(space(4), space(6), space(4), space(6))
        column.setSpacing(space(3))
        said = N_("Nothing found. Try fewer letters, or another group.")
        column.addWidget(words(self._desk, said, "muted", wrap=True))
        again = Button(self._desk, N_("Show everything"))
        again.clicked.connect(self._show_everything)
        column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return nothing

    def _show_everything(self) -> None:
        self.group.setCurrentIndex(0)
        self.search.clear()
        self._narrow()
        self.list.setFocus()

    def _nothing_yet(self) -> EmptyState:
        start = Button(self._desk, N_("New place"), kind="primary", icon="plus")
        start.clicked.connect(lambda: self.start(Place))
        return EmptyState(
            self._desk,
            "book-user",
            N_("No place and no person yet"),
            N_(
                "Hospitals, hotels, interpreters and drivers are entered once here, in both languages, and "
                "every journey uses them."
            ),
            start,
        )

    def _lay_out(self) -> None:
        side = QFrame(self)
        side.setProperty("kind", "surface")
        side.setFixedWidth(_LIST_WIDTH)
        tools = QVBoxLayout()
        tools.setContentsMargins(space(4), space(3), space(4), space(3))
        tools.setSpacing(space(2))
        tools.addWidget(self.search)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.group, 1)
        row.addWidget(self._count)
        tools.addLayout(row)
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(tools)
        rule = QFrame(side)
        rule.setProperty("kind", "rule")
        inside.addWidget(rule)
        inside.addWidget(self._lists, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(side)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(RoomAround(self.strip, space(5), space(4), space(5), 0))
        right.addWidget(self._stack, 1)
        layout.addLayout(right, 1)
