"""Ctrl+K: type a few letters of anything, Enter goes there or does it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from planner.errors import InputError
from planner.message import N_, NP_
from planner.session import Session, Sought
from ui.controls.key_names import key_names
from ui.controls.search_field import SearchField
from ui.controls.words import words
from ui.desk import Desk
from ui.shell.palette.entry import Entry, Group
from ui.shell.palette.palette_delegate import ENTRY_HEIGHT, HEADING_HEIGHT, PaletteDelegate
from ui.shell.palette.palette_model import PaletteModel
from ui.shell.palette.sources import Sources, Ways, matching
from ui.theme.tokens import space

_WIDTH = space(180)
_SHOWN_ROWS = 10
_DEEPER_MS = 160
_DEEPER_JOURNEYS = 12
_MOST_OF_ONE_JOURNEY = 4
_MOST_OF_GROUP = 8
_MOST_RECENT = 6
_TOP_SHARE = 0.12
_EDGE, _GAP = space(3), space(2)
_HINTS = (
    ("↑ ↓", NP_("palette", "choose")),
    ("Return", NP_("palette", "go or do")),
    ("Esc", NP_("palette", "close")),
)


class Palette(QWidget):
    """Lies over the whole workspace while it is open, and takes the keyboard.

    Signals:
        closed: it is no longer open.
    """

    closed = Signal()

    def __init__(self, desk: Desk, session: Session, ways: Ways, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._under = parent
        self._before: QWidget | None = None
        self._recent: list[Entry] = []
        self._shallow: list[Entry] = []
        self._deep: list[Entry] = []
        self._deeper_in: list[str] = []
        self.sources = Sources(desk, session, ways)
        desk.language.say(self, N_("Find or do anything"), "setAccessibleName")
        self.field = SearchField(desk, N_("A name, 汉字, pinyin, booking reference, page or command"), self)
        self.field.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes down the list here
        self.model = PaletteModel(desk, self)
        self.list = QListView(self)
        self._dress_list()
        self.none = words(
            desk, N_("Nothing found. Try part of a name, its initials, or fewer words."), "muted"
        )
        self._box = self._make_box()
        self._deeper = QTimer(self)
        self._deeper.setSingleShot(True)
        self._deeper.timeout.connect(self._look_deeper)
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        parent.installEventFilter(self)
        desk.language.changed.connect(self._forget)
        self.hide()

    # Open and closed

    def toggle(self) -> None:
        """Open it, or close it if it is open."""
        if self.isVisible():
            self.close_up()
        else:
            self.open_up()

    def open_up(self) -> None:
        """Open it, empty, with the keyboard in it."""
        self._before = QApplication.focusWidget()
        self.setGeometry(self._under.rect())
        self.field.clear()
        self.sources.gather()
        self._look("")
        self.show()
        self.raise_()
        self.field.setFocus()

    def close_up(self) -> None:
        """Close it and give the keyboard back to what had it."""
        if self.isHidden():
            return
        self._deeper.stop()
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None
        self.closed.emit()

    # What is found

    @property
    def chosen(self) -> Entry | None:
        """The entry that Enter would run."""
        return self.model.entry(self.list.currentIndex().row())

    @property
    def is_settled(self) -> bool:
        """Whether everything is shown that is found."""
        return not self._deeper.isActive()

    def _look(self, text: str) -> None:
        self._deeper.stop()
        self._deep, self._deeper_in = [], []
        sought = Sought(text)
        if not sought:
            here = self.sources.offered(Group.COMMANDS, here=True)
            tabs = self.sources.offered(Group.PLACES, here=True)
            self._shallow = [*self._recent, *tabs, *self.sources.places(), *here, *self.sources.commands()]
            self._show()
            return
        from_record, journeys = self.sources.record(text)
        self._shallow = [
            *_limited(matching([*self.sources.offered(Group.PLACES), *self.sources.places()], sought)),
            *(entry for entry in from_record if entry.group is Group.JOURNEYS),
            *_limited(matching(self.sources.in_view(), sought)),
            *_limited(matching([*self.sources.offered(Group.COMMANDS), *self.sources.commands()], sought)),
            *_limited([entry for entry in from_record if entry.group is not Group.JOURNEYS]),
        ]
        self._deeper_in = journeys[:_DEEPER_JOURNEYS]
        self._show()
        if self._deeper_in:
            self._deeper.start(_DEEPER_MS)

    def _look_deeper(self) -> None:
        """Open one of the journeys found and look what in it was meant; the next one a turn later."""
        self._deep += self._found_in(self._deeper_in.pop(0))
        if self._deeper_in:
            self._deeper.start(0)
        self._show(keep=True)

    def _found_in(self, key: str) -> list[Entry]:
        try:
            journey = self._session.journey(key)
        except InputError:  # it was removed meanwhile
            return []
        known = {entry.key for entry in self._shallow}
        sought = Sought(self.field.text())
        found = matching([*self.sources.things(journey)], sought)
        if not found and f"journey {key}" not in known:
            found = [*self.sources.mentioning(journey, sought)]
        return [entry for entry in found if entry.key not in known][:_MOST_OF_ONE_JOURNEY]

    def _show(self, *, keep: bool = False) -> None:
        kept = self.chosen if keep else None
        found = [*self._shallow, *self._deep]
        self.model.show(sorted(found, key=lambda entry: entry.group is Group.MENTIONED))
        at = self.model.place_of(kept.key) if kept is not None else None
        self._choose(
            at if at is not None else self.model.next_entry(-1, 1) if self.model.rowCount() else None
        )
        nothing = not self.model.rowCount() and not self._deeper_in
        self.none.setVisible(nothing)
        self.list.setVisible(not nothing)
        self._place()

    # What is done

    def _run(self, row: int) -> None:
        entry = self.model.entry(row)
        if entry is None:
            return
        self._remember(entry)
        self.close_up()
        entry.run()

    def _remember(self, entry: Entry) -> None:
        if entry.key.startswith("here "):  # it may be neither possible nor the same elsewhere
            return
        if entry.group in (Group.PLACES, Group.RECENT) and not any(e.key == entry.key for e in self._recent):
            return
        again = Entry(
            entry.key, Group.RECENT, entry.icon, entry.title, entry.run, entry.detail, entry.does, entry.keys
        )
        self._recent = [again, *(one for one in self._recent if one.key != entry.key)][:_MOST_RECENT]

    def _forget(self) -> None:
        """The language is another: what was found is worded anew, and keys have other names."""
        self.sources.forget()
        self._recent = []
        for keys, cap in self._caps.items():
            cap.setText(key_names(keys))

    def _choose(self, row: int | None) -> None:
        if row is None:
            return
        index = self.model.index(row, 0)
        self.list.setCurrentIndex(index)
        if row == self.model.next_entry(-1, 1):
            self.list.scrollToTop()  # the heading of the first group as well
        else:
            self.list.scrollTo(index)
        said = str(index.data(int(Qt.ItemDataRole.AccessibleTextRole)))
        self.field.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged))

    # Keys, mouse and looks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._under and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._under.rect())
            self._place()
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        row = self.list.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Tab:
                self._choose(self.model.next_entry(row, 1) if self.model.rowCount() else None)
            case Qt.Key.Key_Up | Qt.Key.Key_Backtab:
                self._choose(self.model.next_entry(row, -1) if self.model.rowCount() else None)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                step = _SHOWN_ROWS - 2 if event.key() == Qt.Key.Key_PageDown else 2 - _SHOWN_ROWS
                last = self.model.rowCount() - 1
                self._choose(
                    self.model.next_entry(min(max(row + step, 0), last) - 1, 1) if last > 0 else None
                )
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run(row)
            case Qt.Key.Key_Escape:
                self.close_up()
            case _:
                return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if not self._box.geometry().contains(event.position().toPoint()):
            self.close_up()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        veil = QColor(0, 0, 0, 110 if self._desk.theme.colours.dark else 60)
        QPainter(self).fillRect(self.rect(), veil)

    def _place(self) -> None:
        height = sum(
            HEADING_HEIGHT if self.model.entry(row) is None else ENTRY_HEIGHT
            for row in range(min(self.model.rowCount(), 60))
        )
        top = round(self.height() * _TOP_SHARE)
        room = self.height() - top - space(6)
        shown = min(height + space(1), _SHOWN_ROWS * ENTRY_HEIGHT, room - self._chrome())
        self.list.setFixedHeight(max(shown, ENTRY_HEIGHT))
        width = min(_WIDTH, self.width() - space(12))
        self._box.setFixedWidth(width)
        self._inside.activate()  # or it is as high as with the list that stood there before
        self._box.adjustSize()
        self._box.move((self.width() - width) // 2, top)

    def _chrome(self) -> int:
        """How high the box is without its list."""
        edges = self._box.contentsMargins() + self._inside.contentsMargins()
        beside = self.field.sizeHint().height() + self._foot.sizeHint().height()
        return edges.top() + edges.bottom() + beside + 2 * _GAP + self._rule.sizeHint().height()

    def _dress_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self._desk, self.model, self.list))
        self.list.setProperty("kind", "rows")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._desk.language.say(self.list, N_("What was found"), "setAccessibleName")

    def _make_box(self) -> QFrame:
        box = QFrame(self)
        box.setProperty("kind", "card")
        layout = self._inside = QVBoxLayout(box)
        layout.setContentsMargins(0, _EDGE, 0, space(2.5))
        layout.setSpacing(0)
        for part in (self.field, self.list, self.none):
            row = QHBoxLayout()
            row.setContentsMargins(_EDGE, 0, _EDGE, 0)
            row.addWidget(part)
            layout.addLayout(row)
        layout.insertSpacing(1, _GAP)
        self.none.setContentsMargins(0, 0, 0, _GAP)
        self._rule = QFrame(box)  # the list is cut where it ends, not in mid-air
        self._rule.setProperty("kind", "rule")
        self._rule.setFixedHeight(1)
        layout.addWidget(self._rule)
        layout.addSpacing(_GAP)
        self._foot = QWidget(box)
        self._caps: dict[str, QLabel] = {}
        hints = QHBoxLayout(self._foot)
        hints.setContentsMargins(_EDGE + space(0.5), 0, _EDGE, 0)
        hints.setSpacing(space(1.5))
        for keys, done in _HINTS:
            cap = self._caps[keys] = words(self._desk, key_names(keys), "cap")
            cap.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            hints.addWidget(cap)
            hints.addWidget(words(self._desk, done, "small"))
            hints.addSpacing(space(2))
        hints.addStretch(1)
        layout.addWidget(self._foot)
        return box


def _limited(entries: list[Entry]) -> list[Entry]:
    """At most a few of each group."""
    seen: dict[Group, int] = {}
    kept = []
    for entry in entries:
        seen[entry.group] = seen.get(entry.group, 0) + 1
        if seen[entry.group] <= _MOST_OF_GROUP:
            kept.append(entry)
    return kept
