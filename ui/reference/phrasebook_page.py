"""The phrasebook: sentences to point at in both languages, found as one types, shown large, copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from planner.message import N_, NN_, Message
from ui.controls.button import Button
from ui.controls.empty_state import EmptyState
from ui.controls.search_field import SearchField
from ui.controls.side_list import Line, SideList
from ui.controls.words import words
from ui.desk import Desk
from ui.reference.sentences import Sentence, Topic, matching, sentences, topics
from ui.reference.shown_large import ShownLarge
from ui.shell.page import Page
from ui.shell.top_bar import TopBar
from ui.theme.tokens import space

if TYPE_CHECKING:
    from planner.session import Changed

_TOPICS_WIDTH = space(60)
_CARD_WIDTH = space(94)
_EVERYTHING = "#all"


class PhrasebookPage(Page):
    """Topics, the sentences of one, and the chosen sentence in large letters."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self._desk = desk
        self._large: ShownLarge | None = None
        self.search = SearchField(desk, N_("English, 汉字 or pinyin"), self)
        self.search.setMinimumWidth(space(60))
        self.search.setMaximumWidth(space(90))
        self.topics = SideList(desk, N_("Topics"), self._topic_line, self, is_short=True)
        self.topics.setFixedWidth(_TOPICS_WIDTH)
        self.list = SideList(desk, N_("Sentences"), self._sentence_line, self)
        self.show_large = Button(desk, N_("Show to somebody"), kind="primary", icon="maximize-2", parent=self)
        self.copy = Button(desk, N_("Copy the Chinese"), icon="copy", parent=self)
        self.copy_both = Button(desk, N_("Copy both languages"), icon="copy", parent=self)
        self._chinese = self._label("display")
        self._pinyin = self._label("muted")
        self._meaning = self._label("body")
        self._prints = words(desk, "", "small", wrap=True)
        self._count = words(desk, "", "small")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(
            EmptyState(
                desk,
                "search",
                N_("No sentence holds these words"),
                N_("Try fewer letters: English, Chinese characters and pinyin without tones all work."),
            )
        )
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._narrow())
        self.search.left_downwards.connect(self.list.setFocus)
        self.search.returnPressed.connect(self._show_large)
        self.topics.chosen.connect(lambda _key: self._narrow())
        self.topics.typed.connect(self._type_on)
        self.list.typed.connect(self._type_on)
        self.list.chosen.connect(lambda _key: self._show())
        self.list.entered_row.connect(self._show_large)
        self.list.doubleClicked.connect(lambda _index: self._show_large())
        self.show_large.clicked.connect(self._show_large)
        self.copy.clicked.connect(lambda: self._copy(both=False))
        self.copy_both.clicked.connect(lambda: self._copy(both=True))
        copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.list)
        copying.setContext(Qt.ShortcutContext.WidgetShortcut)
        copying.activated.connect(lambda: self._copy(both=False))
        desk.language.changed.connect(self._narrow)
        everything = Topic(_EVERYTHING, N_("All sentences"), len(sentences()))
        self.topics.show_things([(topic.key, topic) for topic in (everything, *topics())])
        self.topics.choose_first()

    def arrive(self, bar: TopBar) -> None:
        bar.show_page(N_("Phrasebook"))
        self.list.setFocus()

    def refresh(self, changed: Changed) -> None:
        """The phrases ship with the program: no change of the record touches them."""

    def search_here(self) -> bool:
        self.search.setFocus()
        self.search.selectAll()
        return True

    @property
    def current(self) -> Sentence | None:
        """The chosen sentence."""
        found: Sentence | None = self.list.chosen_thing
        return found

    @property
    def large(self) -> ShownLarge:
        """The sentence over the whole window; made when it is first wanted."""
        if self._large is None:
            self._large = ShownLarge(self._desk, self.window())
            self.destroyed.connect(self._large.deleteLater)  # locked, the window shows nothing of the record
            self._large.turned.connect(self._turn)
            self._large.gone.connect(self.list.setFocus)
        return self._large

    def _narrow(self) -> None:
        asked, topic = self.search.text().strip(), self.topics.current
        among = [one for one in sentences() if topic in (_EVERYTHING, None) or one.topic == topic]
        found = matching(asked, among) if asked else among
        self.list.show_things([(one.key, one) for one in found])
        if self.list.current is None and found:
            self.list.choose_first()
        self._stack.setCurrentIndex(0 if found else 1)
        said = NN_("{count} sentence", "{count} sentences", len(found))
        self._count.setText(self._desk.language.text(said))
        self._show()

    def _show(self) -> None:
        sentence = self.current
        for button in (self.show_large, self.copy, self.copy_both):
            button.setEnabled(sentence is not None)
        self._prints.setVisible(sentence is not None)
        chinese = sentence.text.in_("zh_CN") if sentence else ""
        self._chinese.setText(chinese)
        self._pinyin.setText(sentence.pinyin if sentence else "")
        self._pinyin.setVisible(bool(sentence and sentence.pinyin))
        self._meaning.setText(sentence.text.in_("en") if sentence else "")
        if sentence is not None:
            self._desk.language.say(self._prints, sentence.prints)

    def _show_large(self) -> None:
        if self.current is not None:
            self.large.show_sentence(self.current)

    def _turn(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        if 0 <= row < self.list.rows.rowCount():
            self.list.choose(self.list.rows.key(row))
            self._show_large()

    def _copy(self, *, both: bool) -> None:
        sentence = self.current
        if sentence is None:
            return
        parts = [sentence.text.in_("zh_CN")]
        if both:
            parts += [sentence.pinyin, sentence.text.in_("en")]
        QApplication.clipboard().setText("\n".join(part for part in parts if part))

    def _type_on(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + text)

    def _topic_line(self, topic: Topic) -> Line:
        said = self._desk.language.text
        title = said(topic.title) if isinstance(topic.title, Message) else self._said(topic.title)
        return Line(title, aside=said(N_("{number}", number=topic.count)))

    def _sentence_line(self, sentence: Sentence) -> Line:
        other = "en" if self._desk.language.locale == "zh_CN" else "zh_CN"
        return Line(self._said(sentence.text), sentence.text.in_(other))

    def _said(self, text: object) -> str:
        return self._desk.language.speaker.value(text)

    def _label(self, style: str) -> QLabel:
        label = words(self._desk, "", style, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(space(6), space(3), space(6), space(3))
        tools.setSpacing(space(3))
        tools.addWidget(self.search, 1)
        tools.addStretch(1)
        tools.addWidget(self._count)
        card = QFrame(self)
        card.setProperty("kind", "panel")
        card.setFixedWidth(_CARD_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(space(6), space(6), space(6), space(6))
        inside.setSpacing(space(3))
        for part in (self._chinese, self._pinyin, self._meaning):
            inside.addWidget(part)
        inside.addSpacing(space(2))
        buttons = QVBoxLayout()
        buttons.setSpacing(space(2))
        for button in (self.show_large, self.copy, self.copy_both):
            buttons.addWidget(button)
        aligned = QHBoxLayout()
        aligned.addLayout(buttons)
        aligned.addStretch(1)
        inside.addLayout(aligned)
        inside.addSpacing(space(2))
        inside.addWidget(self._prints)
        inside.addStretch(1)
        rule = QFrame(self)
        rule.setProperty("kind", "rule")
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(1)
        for column, share in ((self.topics, 0), (self._stack, 1), (card, 0)):
            columns.addWidget(column, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(tools)
        layout.addWidget(rule)
        layout.addLayout(columns, 1)
