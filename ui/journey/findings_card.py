"""What the rules say of a journey, the worst first, and what can be done about each, in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_, NN_, NP_, Message
from planner.record.acknowledgement import Acknowledgement
from planner.rules.finding import Finding
from ui.controls.button import Button
from ui.controls.folding import shown_at_first
from ui.controls.laid_out_once import laid_out_once
from ui.controls.layout_widgets import clear
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.journey.content_words import ContentWords
from ui.journey.finding_row import AcknowledgedRow, FindingRow
from ui.journey.kept_reasons import KeptReasons
from ui.theme.tokens import space

_SHOWN = 5
_HEAD = space(8)
"""As high as the heads of the cards below, which have a button."""
Accepted = tuple[Finding, Acknowledgement]


class FindingsCard(QFrame):
    """The findings of one journey; ``show_findings`` fills it, and without any it is hidden.

    Signals:
        fix_wanted(object, object): do this fix of this finding.
        acknowledged(object, str, str): accept this finding, for this reason, in this name.
        written(object, object, str, str): keep (``KeptReasons``) for this finding this reason, this name.
        reopened(object): take back that this finding was accepted.
    """

    fix_wanted = Signal(object, object)
    acknowledged = Signal(object, str, str)
    written = Signal(object, object, str, str)
    reopened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._open: Sequence[Finding] = ()
        self._accepted: Sequence[Accepted] = ()
        self._by = ""
        self._shown: object = None
        self._reasons: KeptReasons | None = None
        self.rows: list[FindingRow] = []
        self.accepted_rows: list[AcknowledgedRow] = []
        self.shows_all = self.shows_accepted = False
        self.setProperty("kind", "card")
        desk.language.say(self, NP_("section", "Findings"), "setAccessibleName")
        head = QHBoxLayout()
        head.setSpacing(space(2))
        head.addStrut(_HEAD)
        head.addWidget(Picture(desk, "list-checks", QSize(18, 18), "accent", self))
        head.addWidget(words(desk, NP_("section", "Findings"), "title"))
        head.addStretch(1)
        self.more = Button(desk, N_("Show more"), kind="link", icon="chevron-down", parent=self)
        self.more.clicked.connect(self._toggle_all)
        self.accepted_more = Button(desk, N_("Show more"), kind="link", icon="chevron-down", parent=self)
        self.accepted_more.clicked.connect(self._toggle_accepted)
        self._body = self._list()
        self._accepted_body = self._list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space(5), space(4), space(5), space(3))
        layout.setSpacing(space(2))
        layout.addLayout(head)
        layout.addLayout(self._body)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.accepted_more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._accepted_body)

    def clear(self) -> None:
        """Show nothing, folded: another journey comes."""
        self.shows_all = self.shows_accepted = False
        self.show_findings((), (), "")

    def show_findings(
        self,
        findings: Sequence[Finding],
        accepted: Sequence[Accepted],
        by: str,
        reasons: KeptReasons | None = None,
    ) -> None:
        """Show these; ``by`` is the name that an acceptance most likely carries, ``reasons`` what was begun.

        Where the keyboard was within the card it stays at the same place of the list.
        """
        wanted = (tuple(findings), tuple(accepted), by, self._desk.language.locale)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._reasons = reasons
        self._open, self._accepted, self._by = wanted[0], wanted[1], by
        place = self._place_of_focus()
        with laid_out_once(self):
            self._fill()
        self.setVisible(bool(findings or accepted))
        if place is not None:
            self._focus_place(place)

    def _fill(self) -> None:
        said = ContentWords(self._desk)
        clear(self._body)
        clear(self._accepted_body)
        self.rows = []
        at_first = shown_at_first(len(self._open), _SHOWN)
        for finding in self._open if self.shows_all else self._open[:at_first]:
            begun = self._reasons.get(finding) if self._reasons is not None else None
            row = FindingRow(self._desk, said, finding, self._by, begun)
            row.written.connect(partial(self.written.emit, self._reasons, finding))
            row.fix_wanted.connect(partial(self.fix_wanted.emit, finding))
            row.acknowledged.connect(partial(self.acknowledged.emit, finding))
            self._add(self._body, row)
            self.rows.append(row)
        if not self._open:
            self._body.addWidget(words(self._desk, N_("Nothing is wrong."), "muted"))
        self.accepted_rows = []
        for finding, accepted in self._accepted if self.shows_accepted else ():
            done = AcknowledgedRow(self._desk, said, finding, accepted)
            done.reopened.connect(partial(self.reopened.emit, finding))
            self._add(self._accepted_body, done)
            self.accepted_rows.append(done)
        self._name_folds()
        self._put_in_order()

    def _name_folds(self) -> None:
        folded = len(self._open) - shown_at_first(len(self._open), _SHOWN)
        self.more.setVisible(folded > 0)
        self._name(self.more, NN_("{count} more finding", "{count} more findings", folded), self.shows_all)
        self.accepted_more.setVisible(bool(self._accepted))
        count = len(self._accepted)
        self._name(
            self.accepted_more,
            NN_("{count} acknowledged finding", "{count} acknowledged findings", count),
            self.shows_accepted,
        )

    def _name(self, button: Button, what: Message, unfolded: bool) -> None:
        self._desk.language.say(
            button, N_("Hide {what}", what=what) if unfolded else N_("Show {what}", what=what)
        )
        self._desk.theme.give_icon(button, "chevron-up" if unfolded else "chevron-down", "accent")

    def _add(self, body: QVBoxLayout, row: QWidget) -> None:
        if body.count():
            rule = QFrame(self)
            rule.setProperty("kind", "rule")
            body.addWidget(rule)
        body.addWidget(row)

    def _put_in_order(self) -> None:
        """Tab goes from top to bottom, however late a row was made."""
        chain: list[QWidget] = [c for row in self.rows for c in (*row.fixes, row.accept)]
        chain += [self.more, self.accepted_more, *(row.reopen for row in self.accepted_rows)]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)

    def _toggle_all(self) -> None:
        self.shows_all = not self.shows_all
        self._fill()
        self.more.setFocus()

    def _toggle_accepted(self) -> None:
        self.shows_accepted = not self.shows_accepted
        self._fill()
        self.accepted_more.setFocus()

    def _place_of_focus(self) -> int | None:
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return None
        return next((n for n, row in enumerate(self.rows) if row.isAncestorOf(focus)), len(self.rows))

    def _focus_place(self, place: int) -> None:
        if place < len(self.rows):
            self.rows[place].first_control.setFocus()
        elif not self.accepted_more.isHidden():
            self.accepted_more.setFocus()
        elif self.rows:
            self.rows[-1].first_control.setFocus()

    def _list(self) -> QVBoxLayout:
        body = QVBoxLayout()
        body.setSpacing(space(2))
        return body
