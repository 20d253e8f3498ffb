"""The templates of the pathway: which tasks and documents each lays, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.message import N_, NN_
from planner.record.text import Text
from planner.record.tie import Tie
from ui.controls.card import Card
from ui.controls.list_beside import lay_out_beside
from ui.controls.reading_area import ReadingArea, ReadingPage
from ui.controls.side_list import Line, SideList
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space

if TYPE_CHECKING:
    from planner.session.world import Template


class TemplatesView(QWidget):
    """A list, and the steps of the chosen one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from planner.session.world import shipped_templates

        self._desk = desk
        self.list = SideList(desk, N_("Templates"), self._line, self)
        self._area = ReadingArea(desk, N_("The chosen template"))
        lay_out_beside(self, self.list, self._area)
        self.list.chosen.connect(self._show)
        desk.language.changed.connect(self._show)  # no lambda: it would outlive the list
        self.list.show_things(list(shipped_templates().items()))
        self.list.choose_first()

    def arrive(self) -> None:
        """Take the focus."""
        self.list.setFocus()

    def _line(self, template: Template) -> Line:
        locale = self._desk.language.locale
        steps = len(template.tasks) + len(template.documents)
        return Line(
            title=template.title.best(locale),
            subtitle=self._desk.language.text(NN_("{count} step", "{count} steps", steps)),
            icon="list-checks",
        )

    def _show(self) -> None:
        template: Template | None = self.list.chosen_thing
        if template is None:
            return
        page = ReadingPage()
        column = page.column
        column.addWidget(words(self._desk, N_("{what}", what=template.title), "heading", wrap=True))
        column.addWidget(words(self._desk, N_("{what}", what=template.description), "body", wrap=True))
        for title, steps in ((N_("Tasks"), template.tasks), (N_("Documents"), template.documents)):
            card = Card()
            card.body.addWidget(words(self._desk, title, "title"))
            card.body.addLayout(self._steps([(step.title, step.tie) for step in steps]))
            column.addWidget(card)
        column.addStretch(1)
        self._area.setWidget(page)

    def _steps(self, steps: list[tuple[Text, Tie]]) -> QGridLayout:
        from planner.session.world import tie_of_template

        grid = QGridLayout()
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(1.5))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        top = Qt.AlignmentFlag.AlignTop
        for row, (title, tie) in enumerate(steps):
            said = title.best(self._desk.language.locale).replace("{name}", "…")
            grid.addWidget(words(self._desk, said, "body", wrap=True), row, 0, top)
            grid.addWidget(words(self._desk, tie_of_template(tie), "muted", wrap=True), row, 1, top)
        return grid
