"""Words in each language of the journey, side by side; the source marked, translations reviewed or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from planner.message import N_, Message
from planner.record.constraint import text_expected
from planner.record.text import Text
from planner.session.wording import standard_sentences
from ui.controls.button import IconButton
from ui.controls.key_names import key_names
from ui.controls.standing import stand
from ui.fields.box import Box
from ui.fields.coded_names import language_called
from ui.fields.field import Field, FieldContext
from ui.fields.growing_edit import GrowingEdit
from ui.fields.option import Option
from ui.fields.option_list import OptionList
from ui.fields.problems import should_be
from ui.fields.typed_words import seen
from ui.theme.tokens import space

#: Below this width the languages stand one below the other.
_SIDE_BY_SIDE = space(100)
_TAGS = {"zh_CN": "中文", "zh_Hant_TW": "繁體"}
_MOST_SENTENCES = 6
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_SOURCE_KEYS, _REVIEWED_KEYS = "Ctrl+Shift+L", "Ctrl+Shift+R"


@dataclass(slots=True)
class Column:
    """One language: its tag (which makes it the source), its words, and the mark that it is reviewed."""

    locale: str
    box: Box
    tag: QPushButton
    edit: GrowingEdit
    mark: IconButton
    shown: str = ""
    state: tuple[bool, bool, bool] | None = None


class BilingualField(Field):
    """A ``Text``. The language written first is the source; pressing the tag of another makes it that.

    Enter commits, Shift+Enter begins a new line, Escape brings back what was there in the language where one
    is. With ``sentences`` (the name of the field, for ``standard_sentences``) the phrasebook offers its own
    while one types: arrow down and Enter take one, in every language it has, reviewed where that one is.
    """

    def __init__(self, context: FieldContext, name: Message, *, sentences: str | None = None) -> None:
        super().__init__()
        self.context = context
        self.desk = context.desk
        self.name = name
        self._sentences = sentences
        self._before = Text()
        self._source = self._shown_source = "en"
        self._ticked: set[str] = set()
        self._is_showing = False
        self._list: OptionList | None = None
        self._at: Column | None = None
        self.columns: list[Column] = []
        self.desk.language.say(self, name, "setAccessibleName")
        self.desk.language.changed.connect(self._reword)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(space(3))  # as between any two fields beside each other
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._row)
        self.show_value(Text())

    # -- the value -------------------------------------------------------------------------------------

    @property
    def value(self) -> Any:
        return self.text

    @property
    def text(self) -> Text:
        """What stands in the control."""
        is_as_shown = all(column.edit.words == column.shown for column in self.columns)
        if is_as_shown and self._source == self._shown_source and self._ticked == self._before.reviewed:
            return self._before
        wording = {at.locale: words for at in self.columns if (words := self._words(at))}
        return Text(wording, self._source, self._ticks) if wording else Text()

    def _words(self, column: Column) -> str:
        """What was shown and not touched, exactly; what was typed, without spaces around."""
        is_as_shown = column.edit.words == column.shown
        return self._before.in_(column.locale) if is_as_shown else seen(column.edit.words).strip()

    @property
    def problem(self) -> Message | None:
        for column in self.columns:
            expected = text_expected(seen(column.edit.words))
            if expected is not None:
                return should_be(expected)
        return None

    def show_value(self, value: Any) -> None:
        self._is_showing = True
        self._before = value if value is not None else Text()
        languages = self.context.print_languages()
        locales = tuple(dict.fromkeys((*languages, *self._before.wording)))
        if locales != tuple(column.locale for column in self.columns):
            self._build(locales)
        self._source = self._before.source
        if not self._before and self._source not in languages:
            self._source = languages[0]
        self._shown_source = self._source
        self._ticked = set(self._before.reviewed)
        for column in self.columns:
            column.edit.put(self._before.in_(column.locale))
            column.shown = column.edit.words
        self._mark()
        self._is_showing = False

    def commit(self) -> None:
        """Be done with it."""
        self._before = self.text
        self._shown_source, self._ticked = self._source, set(self._before.reviewed)
        for column in self.columns:
            column.shown = column.edit.words
            column.edit.forget_typing()
        self._mark()
        self.committed.emit()

    @property
    def source(self) -> str:
        """The locale that counts as the source now."""
        return self._source

    def column(self, locale: str) -> Column:
        """The part of one language. Raises: KeyError when it is not shown."""
        return {column.locale: column for column in self.columns}[locale]

    @property
    def offered(self) -> Sequence[Option]:
        """The sentences offered now."""
        return self._list.model.options if self._list is not None else ()

    # -- building --------------------------------------------------------------------------------------

    def _build(self, locales: Sequence[str]) -> None:
        for column in self.columns:
            self._row.removeWidget(column.box)
            column.box.deleteLater()
        self.columns = [self._new_column(locale) for locale in locales]
        for column in self.columns:
            self._row.addWidget(column.box, 1)
        self.setFocusProxy(self.columns[0].edit)

    def _new_column(self, locale: str) -> Column:
        box = Box(self.desk, self)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # as high as the other
        box.parts.setContentsMargins(space(1), 1, space(1), 1)
        box.parts.setSpacing(space(0.5))
        tag = QPushButton(_TAGS.get(locale, locale.partition("_")[0].upper()), box)
        tag.setProperty("kind", "tag")
        tag.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tag.setCursor(Qt.CursorShape.PointingHandCursor)
        edit = GrowingEdit(self.desk, box, bare=True)
        mark = IconButton(self.desk, N_("Reviewed"), "pencil", parent=box)
        mark.setProperty("kind", "mark")
        mark.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # who tabs on while typing comes to the next words
        box.entry = edit
        for part in (tag, edit, mark):
            box.parts.addWidget(part, 1 if part is edit else 0, Qt.AlignmentFlag.AlignTop)
        column = Column(locale, box, tag, edit, mark)
        self._name(column)
        edit.takes_key = lambda event: self._take_key(column, event)
        edit.textChanged.connect(lambda: self._typed(column))
        edit.left.connect(self._left)
        tag.clicked.connect(lambda: self.make_source(locale))
        mark.clicked.connect(lambda: self._tick(column))
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        stand(self._row, beside=event.size().width() >= _SIDE_BY_SIDE * len(self.columns) / 2)

    # -- what the user does ----------------------------------------------------------------------------

    def make_source(self, locale: str) -> None:
        """The words of this language were written first; the others are translations of them."""
        if locale != self._source:
            self._source = locale
            self._ticked.discard(locale)
            self._mark()
            self.edited.emit()
            self.commit()

    def restore(self) -> None:
        """What was there before."""
        self.show_value(self._before)
        self.edited.emit()

    def _leave_unchanged(self, column: Column) -> bool:
        """Bring back what was in ``column``, and whether there was something to; what was typed in another
        language, and left, stays."""
        others = [one for one in self.columns if one is not column and one.edit.words != one.shown]
        if column.edit.words == column.shown and others:
            self.commit()
            return False
        if not others:
            self.restore()
        else:
            column.edit.put(column.shown)
        return True

    def _typed(self, column: Column) -> None:
        if self._is_showing:
            return
        locale = column.locale
        others = any(one.edit.words.strip() for one in self.columns if one is not column)
        if not others and not self._before:
            self._source = locale
        if self._words(column) == self._before.in_(locale):
            self._ticked |= self._before.reviewed & {locale}
        else:
            # Words that changed are not reviewed; when the source changes, no translation is.
            self._ticked = set() if locale == self._source else self._ticked - {locale}
        self._mark()
        self.edited.emit()
        self._offer(column)

    def _tick(self, column: Column) -> None:
        if column.locale == self._source or not column.edit.words.strip():
            return
        self._ticked ^= {column.locale}
        self._mark()
        self.edited.emit()
        self.commit()

    @property
    def _ticks(self) -> frozenset[str]:
        has_words = {one.locale for one in self.columns if one.edit.words.strip()}
        return frozenset(self._ticked & has_words - {self._source})

    def _take_key(self, column: Column, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self._list is not None and self._take_key_of_list(key):
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return False
            self.commit()
            return True
        if key == Qt.Key.Key_Escape and self.text != self._before:
            return self._leave_unchanged(column)
        if key == Qt.Key.Key_L and event.modifiers() == _CONTROL_SHIFT:
            self.make_source(column.locale)
            return True
        if key == Qt.Key.Key_R and event.modifiers() == _CONTROL_SHIFT:
            self._tick(column)
            return True
        if key == Qt.Key.Key_Down and self._sentences is not None and not column.edit.words:
            self._offer(column, whole=True)
            return True
        return False

    def _left(self) -> None:
        focus = QApplication.focusWidget()
        self._close_list()
        if (focus is None or not self.isAncestorOf(focus)) and self.text != self._before:
            self.commit()

    # -- the phrasebook --------------------------------------------------------------------------------

    def _offer(self, column: Column, *, whole: bool = False) -> None:
        words = column.edit.words.strip()
        if self._sentences is None or (len(words) < 2 and not whole):
            self._close_list()
            return
        found = standard_sentences(self._sentences, words, _MOST_SENTENCES if words else 40)
        found = [text for text in found if text.in_(column.locale) and text.in_(column.locale) != words]
        if not found:
            self._close_list()
            return
        self._at = column
        if self._list is None:
            self._list = OptionList(self.desk, column.box, least_width=space(110), two_lines=True)
            self._list.taken.connect(lambda row: self._take_sentence(self.offered[row].value))
            self._list.gone.connect(self._forget_list)
        other = next((one.locale for one in self.columns if one is not column), column.locale)
        self._list.show_options(
            [Option(text, text.in_(column.locale), text.in_(other)) for text in found], -1
        )

    def _take_key_of_list(self, key: Qt.Key) -> bool:
        assert self._list is not None
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._list.go(max(-1, min(self._list.row + step, len(self.offered) - 1)))
        elif key == Qt.Key.Key_Escape:
            self._close_list()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.highlighted is not None:
            self._take_sentence(self._list.highlighted.value)
        else:
            return False
        return True

    def _take_sentence(self, text: Text) -> None:
        self._close_list()
        self._is_showing = True
        for column in self.columns:
            column.edit.put(text.in_(column.locale) or column.edit.words)
            column.edit.moveCursor(column.edit.textCursor().MoveOperation.End)
        self._source = text.source
        self._ticked = set(text.reviewed)
        self._is_showing = False
        self._mark()
        self.edited.emit()
        self.commit()

    def _close_list(self) -> None:
        if self._list is not None:
            self._list.close_up()

    def _forget_list(self) -> None:
        self._list = None

    # -- how it looks ----------------------------------------------------------------------------------

    def _mark(self) -> None:
        """Show which language is the source and which translations are reviewed, where that changed."""
        ticks = self._ticks
        for column in self.columns:
            state = (column.locale == self._source, column.locale in ticks, bool(column.edit.words.strip()))
            if state != column.state:
                column.state = state
                self._mark_column(column, *state)

    def _reword(self) -> None:
        """The names of languages are other ones in another language."""
        for column in self.columns:
            self._name(column)
            column.state = None
        self._mark()

    def _name(self, column: Column) -> None:
        language = self.desk.language
        said = language_called(column.locale, language.locale)
        named = N_("{field} in {language}", field=self.name, language=said)
        column.edit.setAccessibleName(language.text(named))
        to_source = N_("Press to make {language} the source", language=said)
        column.tag.setToolTip(f"{language.text(to_source)} ({key_names(_SOURCE_KEYS)})")

    def _mark_column(self, column: Column, is_source: bool, ticked: bool, has_words: bool) -> None:
        """A pencil where the words were written, a tick where somebody read the translation."""
        mark, language = column.mark, self.desk.language
        column.tag.setProperty("source", is_source)
        if column.tag.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            column.tag.style().polish(column.tag)
        mark.setVisible(has_words)
        if not has_words:
            return
        said = language_called(column.locale, language.locale)
        if is_source:
            icon, ink = "pencil", "text_faint"
            name = N_("{language}: written in this language", language=said)
        elif ticked:
            icon, ink = "circle-check", "ok"
            name = N_("{language}: reviewed by somebody who reads it", language=said)
        else:
            icon, ink = "circle-dashed", "warning"
            name = N_("{language}: not reviewed yet; press once somebody has read it", language=said)
        self.desk.theme.give_icon(mark, icon, ink)
        mark.set_name(language.text(name))
        if not is_source:
            mark.setToolTip(f"{language.text(name)} ({key_names(_REVIEWED_KEYS)})")
