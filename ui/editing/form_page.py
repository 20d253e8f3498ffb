"""One form in the panel: of a thing in the record, saved field by field, or of a new one, added whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from planner.edits.duplicates import can_be_duplicated
from planner.edits.thing_names import kind_name
from planner.errors import PlannerError
from planner.message import N_, Message
from planner.record.shape import FieldShape
from planner.rules.finding import Finding
from planner.session import Draft, values_from_json, values_to_json
from ui.controls.button import Button
from ui.controls.foot_bar import FootBar
from ui.controls.sheet import Sheet
from ui.controls.words import words
from ui.editing.belonging import BelongingLists
from ui.editing.draft_words import put_back, words_in
from ui.editing.form import Form
from ui.editing.form_head import FormHead
from ui.editing.going_to import GoingTo
from ui.editing.keeper import Keeper
from ui.editing.make_control import make_control
from ui.editing.middle import keep_in_middle
from ui.editing.starting import Wanted, starting_values
from ui.editing.starting_zone import zone_around
from ui.editing.things_list import ThingsList
from ui.fields.field import FieldContext
from ui.theme.tokens import space

_KEEP_AFTER_MS = 250


class FormPage(QWidget):
    """``id`` is the thing's, or what it will be. ``wanted`` is set for one that is not in the record yet.

    Signals:
        open_wanted(str): the form of the thing with this id, which lies in this one.
        new_wanted(object): the form of a new thing (``Wanted``).
        added(str): the new thing is in the record and its form done; its id.
        entered(str): the new thing is in the record, since something is to lie in it; its form stays.
        gone: there is nothing to show any more: removed, discarded.
        close_wanted: away with the whole panel.
    """

    open_wanted = Signal(str)
    new_wanted = Signal(object)
    added = Signal(str)
    entered = Signal(str)
    gone = Signal()
    close_wanted = Signal()

    def __init__(
        self,
        context: FieldContext,
        keeper: Keeper,
        id: str,
        cls: Any,
        wanted: Wanted | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context = replace(context, zone=self._zone_around)
        self.keeper = keeper
        self.id = id
        self.cls = cls
        self.wanted = wanted
        self._lists: dict[str, ThingsList] = {}
        self.below: QWidget | None = None
        self._changed_here: set[str] = set()
        self._is_taken_up = False
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.timeout.connect(self.keep)
        desk = context.desk
        self.head = FormHead(desk, kind_name(cls), self)
        self.title, self.kind = self.head.title, self.head.kind
        self.copy, self.bin, self.cross = self.head.copy, self.head.bin, self.head.cross
        self.error = words(desk, "", "small", wrap=True, parent=self)
        self.error.setProperty("ink", "danger")
        self.error.hide()
        # What is made where it stands need not be dressed twice.
        self.area = QScrollArea(self)
        self._inside = Sheet(self.area)
        self.area.setWidget(self._inside)
        self._going = GoingTo(self.area, self._inside)
        self.form = Form(context, cls, make_control, nested=self._nested, late=True, parent=self._inside)
        self.form.warns_of_order = wanted is not None
        self.form.edited.connect(self._edited)
        self.form.committed.connect(self._committed)
        self.belonging = BelongingLists(context, cls, self._inside)
        self.belonging.open_wanted.connect(self.open_wanted)
        self.belonging.new_wanted.connect(self.new_wanted)
        self.belonging.copy_wanted.connect(lambda id: self._try(lambda: self.keeper.duplicate(id)))
        self.belonging.gone_wanted.connect(lambda id: self._try(lambda: self.keeper.remove(id)))
        self.copy.clicked.connect(self.duplicate)
        self.bin.clicked.connect(self.remove)
        self.cross.clicked.connect(self.close_wanted)
        self.add = Button(desk, N_("Add"), kind="primary", icon="plus", parent=self)
        self.add.clicked.connect(self.put_in_record)
        self.discard = Button(desk, N_("Discard"), kind="quiet", parent=self)
        self.discard.clicked.connect(self.throw_away)
        self._lay_out()
        self._put_in_order()
        self._start()

    # What it shows

    @property
    def lists(self) -> Mapping[str, ThingsList]:
        """The lists of what lies in the thing, by field."""
        self.form.finish()
        return self._lists

    def refresh(self) -> None:
        """Show the thing as it is in the record now; what one is typing in stays."""
        if self.wanted is not None:
            self.form.let_go_of_gone()
            return
        thing = self.keeper.thing(self.id)
        if thing is None:
            self._keeping.stop()
            self.keeper.session.drafts.drop(self.id)
            self.gone.emit()
            return
        self.form.show_values({name: getattr(thing, name) for name in self.form.values})
        for name, held in self._lists.items():
            held.show_things(getattr(thing, name))
        self.head.show_name(thing, self.keeper.journey)
        self.copy.setVisible(can_be_duplicated(thing))
        self.bin.show()
        self.belonging.show_of(self.keeper.journey, self.id)
        if self._is_taken_up and self.keeper.session.drafts.get(self.id) is not None:
            self.keep()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show under each field what the rules say of it."""
        found: dict[str, list[Finding]] = {}
        for one in findings:
            if one.subject.id == self.id and one.subject.field:
                found.setdefault(one.subject.field.partition("/")[0], []).append(one)
        self.form.show_findings(found)

    def go_to(self, field: str) -> None:
        """Bring the keyboard to a field, to the first one for ``""``."""
        name = field.partition("/")[0] or next(iter(self.form.made), "")
        row = self.form.row(name)
        if row is not None:
            row.field.start()
        elif name in self._lists:
            self._lists[name].add.setFocus()
        self._going.stop()
        target = row if row is not None else self._lists.get(name)
        if not field:
            self.area.verticalScrollBar().setValue(0)
        elif target is not None:
            self._going.go(target)

    def put_below(self, widget: QWidget) -> None:
        """Show ``widget`` below the form, such as the files attached to the thing."""
        self.below = widget
        self._column.insertWidget(self._column.indexOf(self.belonging) + 1, widget)
        widget.show()
        self._put_in_order()

    # What is done with it

    def put_in_record(self) -> None:
        """Add the new thing, if nothing is missing; one step with the field below that wanted it."""
        with self.keeper.session.as_one():
            if self._enter():
                self.added.emit(self.id)

    def _enter(self) -> bool:
        """Put the new thing in the record, or say what is missing; whether it is there now."""
        if self.wanted is None:
            return False
        missing = self.form.missing
        for name, row in self.form.rows.items():
            row.say(missing.get(name))
        if missing:
            self.go_to(next(iter(missing)))
            return False
        try:
            self.keeper.add(self.cls(**{**self.form.values, "id": self.id}), self.wanted.under)
        except PlannerError as error:
            self._say(error)
            return False
        self._keeping.stop()
        self.wanted = None
        self._changed_here.clear()
        self.keeper.session.drafts.drop(self.id)
        self._settle()
        return True

    def throw_away(self) -> None:
        """Forget the new thing."""
        self._keeping.stop()
        self._changed_here.clear()
        if self.wanted is not None:
            self.keeper.session.drafts.drop(self.id)
        self.wanted = None
        self.gone.emit()

    def duplicate(self) -> None:
        """Make a copy of the thing and open it."""
        thing = self.keeper.thing(self.id)
        if thing is None or not can_be_duplicated(thing):
            return
        try:
            made = self.keeper.duplicate(self.id)
        except PlannerError as error:
            self._say(error)
            return
        self.open_wanted.emit(made)

    def remove(self) -> None:
        """Take the thing out of the record; undo brings it back."""
        if self.wanted is not None:
            self.throw_away()
            return
        try:
            self.keeper.remove(self.id)
        except PlannerError as error:
            self._say(error)

    def keep(self) -> None:
        """Keep what stands here and is not in the record, as a draft."""
        self._keeping.stop()
        drafts = self.keeper.session.drafts
        typed = words_in(self.form, in_hand=self.wanted is None)
        if self.wanted is None:
            if typed:
                drafts.keep(self._draft({}, typed))
            else:
                drafts.drop(self.id)
        elif self._changed_here:
            drafts.keep(self._draft(self.form.values, typed))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        parts = (self.head.layout(), self._column, self.foot.layout())
        keep_in_middle(event.size().width(), space(5), space(4), *parts)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        if self._keeping.isActive():
            self.keep()
        super().hideEvent(event)

    # How

    def _put_in_order(self) -> None:
        below = (self.below,) if self.below is not None else ()
        beside = (self.belonging, *below)
        self.form.stand_between((self.copy, self.bin, self.cross), (*beside, self.discard, self.add))

    def _zone_around(self) -> str:
        under = self.wanted.under if self.wanted is not None else ""
        return zone_around(self.id, under, self.keeper.journey, self.context)

    def _start(self) -> None:
        draft = self.keeper.session.drafts.get(self.id)
        if self.wanted is not None:
            self.form.show_values(starting_values(self.wanted, self.keeper.journey, self.keeper.session))
        else:
            self._settle()
        self._is_taken_up = True
        if draft is not None:
            self._take_up(draft)
        if self.wanted is not None:
            self.head.show_new(self.cls, self.form.value_of)

    def _settle(self) -> None:
        """It is a thing of the record now: saved field by field, and others may lie in it."""
        self.form.warns_of_order = False
        self.foot.hide()
        self.kind.show()
        self.refresh()

    def _take_up(self, draft: Draft) -> None:
        """Show what was typed before, and why it is not in the record."""
        values = values_from_json(self.cls, draft.values)
        if self.wanted is not None:
            self.form.show_values(values)
            self._changed_here |= set(values) | set(draft.typed)
        put_back(self.form, draft.typed)
        self.keep()

    def _draft(self, values: Mapping[str, Any], typed: Mapping[str, tuple[str, ...]]) -> Draft:
        whole = {name: one for name, one in values.items() if one is not None and name not in typed}
        return Draft(
            key=self.id,
            kept_at=self.keeper.session.now(),
            journey=self.keeper.journey_id,
            kind=self.cls.__name__ if self.wanted is not None else "",
            under=self.wanted.under if self.wanted is not None else "",
            values=values_to_json(self.cls, whole),
            typed=typed,
        )

    def _edited(self, name: str) -> None:
        self._changed_here.add(name)
        row = self.form.made[name]
        if row.problem is not None and name not in self.form.in_hand:  # Escape: what was there is there again
            row.say(self.form.missing.get(name))
        self.error.hide()
        self._keeping.start(_KEEP_AFTER_MS)

    def _committed(self, name: str) -> None:
        row = self.form.made[name]
        row.say(row.field.problem)
        if row.field.problem is not None:
            self._keeping.start(0)
            return
        if self.wanted is not None:
            self._changed_here |= {name, *self.form.followed}
            self.head.show_new(self.cls, self.form.value_of)
            self._keeping.start(_KEEP_AFTER_MS)
            return
        self._changed_here.discard(name)
        thing = self.keeper.thing(self.id)
        if thing is not None and name in self.form.missing:
            row.say(self.form.missing[name])
        elif thing is not None and getattr(thing, name) != row.field.value:
            try:
                self.keeper.change(self.id, {name: row.field.value, **self.form.followed})
            except PlannerError as error:
                row.say(error.message)
                return
        if self._keeping.isActive() or self.keeper.session.drafts.get(self.id) is not None:
            self.keep()

    def _nested(self, shape: FieldShape, name: Message, is_all: bool) -> QWidget:
        held = ThingsList(self.context, shape.type, name, self._inside, is_all=is_all)
        held.open_wanted.connect(self.open_wanted)
        held.add_wanted.connect(lambda: self._begin_within(shape.type))
        held.copy_wanted.connect(lambda id: self._try(lambda: self.keeper.duplicate(id)))
        held.gone_wanted.connect(lambda id: self._try(lambda: self.keeper.remove(id)))
        held.move_wanted.connect(lambda id, places: self._try(lambda: self.keeper.move(id, places)))
        self._lists[shape.name] = held
        thing = self.keeper.thing(self.id) if self.wanted is None else None
        if thing is not None:
            held.show_things(getattr(thing, shape.name))
        return held

    def _begin_within(self, cls: Any) -> None:
        """What lies in a thing can be in the record once the thing is: a new one is added first."""
        if self.wanted is not None:
            with self.keeper.session.as_one():
                if not self._enter():
                    return
                self.entered.emit(self.id)
        self.new_wanted.emit(Wanted(cls, under=self.id))

    def _try(self, do: Any) -> None:
        try:
            do()
        except PlannerError as error:
            self._say(error)

    def _say(self, error: PlannerError) -> None:
        told = N_("{problem} {way_on}", problem=error.message, way_on=error.way_on) if error.way_on else None
        self.context.desk.language.say(self.error, told or error.message)
        self.error.show()
        self.area.ensureWidgetVisible(self.error)

    def _lay_out(self) -> None:
        self._inside.setProperty("kind", "page")
        column = self._column = QVBoxLayout(self._inside)
        column.setContentsMargins(space(5), space(3), space(4), space(5))
        column.setSpacing(space(3))
        column.addWidget(self.error)
        column.addWidget(self.form)
        column.addWidget(self.belonging)
        column.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.foot = FootBar(self.context.desk, self)
        self.foot.hold(self.discard, self.add)
        self.foot.setVisible(self.wanted is not None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.foot)
