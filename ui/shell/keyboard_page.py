"""The keyboard map: every shortcut there is, by where it works, to read or to print."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_, NP_
from ui.controls.button import Button
from ui.controls.card import Card
from ui.controls.command import Command
from ui.controls.key_names import key_names
from ui.controls.laid_out_once import laid_out_once
from ui.controls.reading_area import ReadingArea
from ui.controls.sheet import Sheet
from ui.controls.words import words
from ui.desk import Desk
from ui.portions import Portions
from ui.shell.keys_by_place import KEYS_BY_PLACE
from ui.shell.page import Page
from ui.shell.top_bar import TopBar
from ui.theme.tokens import READING_WIDTH, space

_MOST_KEYS = 2
_OR = " / "
_FUNCTION = re.compile(r"F(?:[1-9]|1[0-2])")
_OF_OLD = re.compile(r"\+(?:Backspace|Ins|F1[3-9]|F[23]\d)\Z")
_BETWEEN = re.compile(r"\+(?=.)")  # the keys of a chord; the last may be the plus itself
_Line = tuple[str, str]


class KeyboardPage(Page):
    """Groups of keys in two columns."""

    def __init__(
        self, desk: Desk, commands: Callable[[], Sequence[Command]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self._desk = desk
        self._commands = commands
        self._filling = Portions(self)
        self.print_button = Button(desk, N_("Print…"), icon="printer", parent=self)
        self.print_button.clicked.connect(self._print)
        self._area = ReadingArea(desk, N_("Keyboard"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        desk.language.changed.connect(self._fill)

    def arrive(self, bar: TopBar) -> None:
        self._fill()
        bar.show_page(N_("Keyboard"), actions=(self.print_button,))
        self._area.clearFocus()  # Qt may have led here by itself, as by Tab, when the page before was hidden
        self._area.setFocus()

    def lines(self) -> tuple[tuple[str, tuple[_Line, ...]], ...]:
        """Every key, in groups: the name of the group, and what each key does with the key."""
        said = self._desk.language.text
        groups = [
            (said(place), tuple((said(what), _named(keys)) for what, keys in lines))
            for place, lines in KEYS_BY_PLACE
        ]
        of_places = {keys for _, lines in groups for _, keys in lines}
        commands = [(said(c.plain_name), _keys(c)) for c in self._commands() if c.shortcuts()]
        everywhere = tuple(line for line in dict.fromkeys(commands) if line[1] not in of_places)
        return ((said(NP_("keyboard", "Commands")), everywhere), *groups)

    def as_html(self) -> str:
        """The map as it prints."""
        parts = [f"<h1>{escape(self._desk.language.text(N_('Keyboard')))}</h1>"]
        for name, lines in self.lines():
            rows = "".join(
                f"<tr><td width='60%'>{escape(what)}</td><td><b>{escape(keys)}</b></td></tr>"
                for what, keys in lines
            )
            parts.append(f"<h2>{escape(name)}</h2><table width='100%' cellpadding='4'>{rows}</table>")
        return "".join(parts)

    def _fill(self) -> None:
        page = Sheet(self._area.viewport())
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(space(6), space(6), space(6), space(8))
        column.setSpacing(space(4))
        column.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area.setWidget(page)
        self._filling.begin(self._cards(page, column))

    def _cards(self, page: QWidget, column: QVBoxLayout) -> Iterator[None]:
        for name, lines in self.lines():
            with laid_out_once(page):
                column.addWidget(self._card(page, name, lines))
            yield
        column.addStretch(1)

    def _card(self, page: QWidget, name: str, lines: Sequence[_Line]) -> QFrame:
        card = Card(page)
        card.setMaximumWidth(READING_WIDTH)
        card.body.addWidget(words(self._desk, name, "title", parent=card))
        halves = QHBoxLayout()
        halves.setSpacing(space(12))
        card.body.addLayout(halves)
        rows = (len(lines) + 1) // 2
        for half in (lines[:rows], lines[rows:]):
            column = QVBoxLayout()
            column.setSpacing(space(1.5))
            for what, keys in half:
                column.addLayout(self._line(card, what, keys))
            column.addStretch(1)
            halves.addLayout(column, 1)
        return card

    def _line(self, card: QFrame, what: str, keys: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(space(1))
        line.addWidget(words(self._desk, what, "body", wrap=True, parent=card), 1)
        line.addSpacing(space(3))
        caps = QHBoxLayout()
        for nth, chord in enumerate(keys.split(_OR)):
            if nth:
                caps.addWidget(words(self._desk, "/", "small", parent=card))
            for key in _BETWEEN.split(chord):
                cap = words(self._desk, key, "cap", parent=card)
                cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
                caps.addWidget(cap)
        line.addLayout(caps)
        line.setAlignment(caps, Qt.AlignmentFlag.AlignTop)
        return line

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            document = QTextDocument()
            document.setHtml(self.as_html())
            document.print_(printer)


def _keys(command: Command) -> str:
    """The shortcuts of a command as people write them, two at most; keys that few keyboards have are left."""
    usual = [one for one in command.shortcuts() if _is_usual(one)]
    return _OR.join(list(dict.fromkeys(map(key_names, usual or command.shortcuts())))[:_MOST_KEYS])


def _is_usual(keys: QKeySequence) -> bool:
    """Whether ordinary keyboards have it: systems also name F14 for undo, or a key called Open."""
    said = keys.toString(QKeySequence.SequenceFormat.PortableText)
    return _FUNCTION.fullmatch(said) is not None or ("+" in said and not _OF_OLD.search(said))


def _named(keys: str) -> str:
    """Keys as people write them in the language of the screen; what is no key of that name stays."""
    return _OR.join(key_names(one) for one in keys.split(_OR))
