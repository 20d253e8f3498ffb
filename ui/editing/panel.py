"""The panel beside a page in which things are looked at and changed, one form upon another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.message import N_
from planner.record.journey import Journey
from planner.record.lookup import things
from planner.record.shape import classes_within
from planner.rules.finding import Finding
from planner.session import Draft
from ui.controls.button import Button
from ui.controls.command import Command
from ui.controls.laid_out_once import laid_out_once
from ui.desk import Desk
from ui.editing.form_page import FormPage
from ui.editing.keeper import Keeper
from ui.editing.middle import keep_in_middle
from ui.editing.starting import Wanted, named
from ui.fields.field import FieldContext, Known
from ui.theme.tokens import space

PANEL_WIDTH = space(116)


class EditorPanel(QFrame):
    """Forms, the one in view on top; each opened from the one below it.

    Signals:
        closed: nothing is open any more.
        shown(str): the thing with this id is in view, "" for a new one.
        kept(object): a form was closed; what stood in it and is not in the record is this ``Draft``.
    """

    closed = Signal()
    shown = Signal(str)
    kept = Signal(object)

    def __init__(self, desk: Desk, keeper: Keeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.keeper = keeper
        self._findings: Sequence[Finding] = ()
        self._pages: list[FormPage] = []
        self._then: dict[str, Callable[[str], None]] = {}
        self._left_from: dict[str, QWidget] = {}
        self._is_alone = False
        self.setProperty("kind", "panel")
        desk.language.say(self, N_("Form"), "setAccessibleName")
        self.back = Button(desk, N_("Back"), kind="quiet", icon="chevron-left", parent=self)
        self.back.clicked.connect(self.go_back)
        self.stack = QStackedWidget(self)
        bar = self._bar = QHBoxLayout()
        bar.setContentsMargins(space(3), space(1), space(3), 0)
        bar.addWidget(self.back)
        bar.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.stack, 1)
        self.context = FieldContext(
            desk,
            keeper.session,
            lambda: self.keeper.journey,
            lambda: self.keeper.directory,
            make=self._make_on_the_spot,
        )
        adding = N_("Add what is in the form")
        self._adding = Command(desk, adding, self._add, keys=("Ctrl+Return",), parent=self)
        copying = Command(desk, N_("Duplicate"), self._duplicate, keys=("Ctrl+D",), parent=self)
        for command in (self._adding, copying):
            command.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(command)
        self.hide()

    @property
    def page(self) -> FormPage | None:
        """The form in view."""
        return self._pages[-1] if self._pages else None

    def may(self, command: Command) -> bool:
        """Whether a command does something with the form in view: what is new is added, else copied."""
        return self.page is not None and (self.page.wanted is not None) == (command is self._adding)

    @property
    def pages(self) -> tuple[FormPage, ...]:
        """Every open form, the one in view last."""
        return tuple(self._pages)

    def stand_alone(self, alone: bool) -> None:
        """Whether nothing can be read beside it, so that the way back to that must be seen."""
        if alone != self._is_alone:
            self._is_alone = alone
            self.setProperty("alone", alone)  # nothing stands beside it to be told apart from
            self.style().unpolish(self)
            self.style().polish(self)
            QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # a frame asks its width then alone
            self._show_way_back()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What the rules say of what is open."""
        self._findings = findings
        if self.page is not None:
            self.page.show_findings(findings)

    def open_thing(self, id: str, field: str = "") -> bool:
        """Show the form of a thing, at a field; whether there is such a thing."""
        page = self.page
        if page is None or page.id != id:
            thing = self.keeper.thing(id)
            if thing is None:
                return False
            self._close_pages()
            self._push(self._page(id, type(thing)))
        self._come_forward(field)
        return True

    def open_new(self, wanted: Wanted, then: Callable[[str], None] | None = None) -> FormPage:
        """Show the form of a new thing; ``then`` is told its id once it is in the record."""
        self._close_pages()
        return self._push_new(wanted, then)

    def open_draft(self, draft: Draft) -> bool:
        """Show again what was being typed; whether that can still be shown."""
        if not draft.kind:
            return self.open_thing(draft.key, next(iter(draft.typed), ""))
        classes = {cls.__name__: cls for cls in classes_within(Journey)}
        cls: Any = classes.get(draft.kind)
        journey = self.keeper.journey
        held = {one.id for one in things(journey)} if journey is not None else set()
        if cls is None or (draft.under and draft.under not in held):
            return False
        self._close_pages()
        self._push(self._page(draft.key, cls, Wanted(cls, draft.under)))
        self._come_forward("")
        return True

    def refresh(self, findings: Sequence[Finding] = ()) -> None:
        """The record changed: show everything as it is now."""
        for page in tuple(self._pages):
            page.refresh()
        self.show_findings(findings)

    def go_back(self) -> None:
        """To the form below; from the lowest, close."""
        if not self._pages:
            return
        self._drop(self._pages[-1])

    def close_all(self) -> None:
        """Close every form; what is not in the record is kept as a draft."""
        self._close_pages()
        self._settle()

    def keep(self) -> None:
        """Keep everything that stands here and is not in the record."""
        for page in self._pages:
            page.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        keep_in_middle(event.size().width(), space(2), space(3), self._bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
            event.accept()
            return
        super().keyPressEvent(event)

    # How

    def _push_new(self, wanted: Wanted, then: Callable[[str], None] | None = None) -> FormPage:
        id = self.keeper.session.new_id()
        page = self._page(id, wanted.cls, wanted)
        if then is not None:
            self._then[id] = then
        self._push(page)
        self._come_forward("")
        return page

    def _page(self, id: str, cls: Any, wanted: Wanted | None = None) -> FormPage:
        return FormPage(self.context, self.keeper, id, cls, wanted, self.stack)

    def _push(self, page: FormPage) -> None:
        page.open_wanted.connect(self._open_above)
        page.new_wanted.connect(self._push_new)
        page.added.connect(lambda id: self._added(page, id))
        page.entered.connect(self._entered)
        page.gone.connect(lambda: self._drop(page))
        page.close_wanted.connect(self.close_all)
        if self.page is not None and (held := self.page.focusWidget()) is not None:
            self._left_from[self.page.id] = held
        self._pages.append(page)
        self.stack.addWidget(page)

    def _open_above(self, id: str) -> None:
        thing = self.keeper.thing(id)
        page = self.page
        if thing is None or page is None:
            return
        if type(thing) is page.cls:  # a copy takes the place of what it was copied from
            self._pages.remove(page)
            self._forget(page)
        self._push(self._page(id, type(thing)))
        self._come_forward("")

    def _added(self, page: FormPage, id: str) -> None:
        """It is in the record: what wanted it goes on, else its own form does."""
        then = self._then.pop(id, None)
        if then is not None or len(self._pages) > 1:
            self._drop(page)
            if then is not None:
                then(id)
            return
        self._come_forward("")

    def _entered(self, id: str) -> None:
        """It is in the record and its form stays open: what wanted it has it at once."""
        then = self._then.pop(id, None)
        if then is not None:
            then(id)

    def _make_on_the_spot(
        self, cls: type, words: str, then: Callable[[str], None], known: Known = ()
    ) -> None:
        self._push_new(Wanted(cls, values=(*named(cls, words, self._desk.language.locale), *known)), then)

    def _come_forward(self, field: str) -> None:
        self._settle()
        page = self.page
        if page is not None:
            page.show_findings(self._findings)
            self.shown.emit("" if page.wanted is not None else page.id)
            page.go_to(field)

    def _drop(self, page: FormPage) -> None:
        if page not in self._pages:
            return
        above = self._pages[self._pages.index(page) :]
        for one in above:
            self._pages.remove(one)
            self._forget(one)
        self._settle()
        if self.page is not None:
            self.page.refresh()
            self.page.setFocus()
            self.shown.emit("" if self.page.wanted is not None else self.page.id)
            self._come_back(self.page)

    def _come_back(self, page: FormPage) -> None:
        """Put the keyboard where it was when another form came above, such as at the field it is for."""
        held = self._left_from.pop(page.id, None)
        if held is None or not isValid(held) or not held.isVisible():
            page.go_to("")
            return
        held.setFocus()
        page.area.ensureWidgetVisible(held, 0, space(6))

    def _close_pages(self) -> None:
        for page in self._pages:
            self._forget(page)
        self._pages = []

    def _forget(self, page: FormPage) -> None:
        page.hide()
        self._tell_kept(page)
        self._then.pop(page.id, None)
        self._left_from.pop(page.id, None)
        self.stack.removeWidget(page)
        page.deleteLater()

    def _tell_kept(self, page: FormPage) -> None:
        page.keep()
        draft = self.keeper.session.drafts.get(page.id)
        if draft is not None:
            self.kept.emit(draft)

    def _settle(self) -> None:
        page = self.page
        self._show_way_back()
        if page is None:
            if not self.isHidden():
                self.hide()
                self.closed.emit()
            return
        with laid_out_once(self.parentWidget() or self):
            self.stack.setCurrentWidget(page)
            self.show()

    def _show_way_back(self) -> None:
        """To the form below; where the panel is all there is to see, to what was read before it."""
        is_lowest = len(self._pages) <= 1
        self.back.setVisible(self._is_alone or not is_lowest)
        self._desk.language.say(self.back, N_("Back to the page") if is_lowest else N_("Back"))

    def _add(self) -> None:
        if self.page is not None:
            self.page.put_in_record()

    def _duplicate(self) -> None:
        if self.page is not None and self.page.wanted is None:
            self.page.duplicate()
