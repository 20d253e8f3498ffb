"""Every policy that checks rest on: what it says, by which source, until when, and who checked it when."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.message import N_, NN_, NP_, Message
from planner.session.naming import alphabetical
from ui.controls.card import Card
from ui.controls.layout_widgets import clear
from ui.controls.list_beside import lay_out_beside
from ui.controls.picture import Picture
from ui.controls.pill import Pill
from ui.controls.reading_area import ReadingArea, ReadingPage
from ui.controls.side_list import Line, SideList
from ui.controls.words import words
from ui.desk import Desk
from ui.reference.check_form import CheckForm
from ui.reference.fact_rows import FactRows
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.icons import ICON_SIZE
from ui.theme.tokens import Tone, space

if TYPE_CHECKING:
    from planner.session import Session
    from planner.session.world import KnownPolicy

STANDINGS: dict[str, tuple[str, Message, Tone]] = {
    "fine": ("circle-check", N_("Checked"), Tone.OK),
    "due": ("clock", N_("Check is due"), Tone.WARNING),
    "expired": ("circle-alert", N_("No longer holds"), Tone.DANGER),
    "to-come": ("calendar-clock", N_("Still to come"), Tone.INFO),
}


class PoliciesView(QWidget):
    """Signals:

    done(object): something was marked; its label.
    """

    done = Signal(object)

    def __init__(
        self,
        desk: Desk,
        session: Session,
        errors: ErrorPresenter,
        name: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._name = name
        self.list = SideList(desk, N_("Policies"), self._line, self, has_headings=True)
        self.facts = FactRows(desk)
        self.form = CheckForm(desk, session)
        self.form.checked.connect(self._check)
        self.form.withdrawn.connect(self._withdraw)
        self._title = words(desk, "", "heading", wrap=True)
        self.says = words(desk, "", "body", wrap=True)
        self._standing = QHBoxLayout()
        self._standing.setSpacing(space(2))
        lay_out_beside(self, self.list, self._detail())
        self.list.chosen.connect(self._show)
        desk.language.changed.connect(self._show)  # no lambda: it would outlive the list
        self.refresh()

    def arrive(self) -> None:
        """Take the focus."""
        self.list.setFocus()

    def refresh(self) -> None:
        """Show what is known now."""
        from planner.session.world import EntryPolicy, known_policies

        found = known_policies(self._session, self._session.today("UTC"))
        entry = [one for one in found if isinstance(one.policy, EntryPolicy)]
        rest = [one for one in found if one not in entry]
        rows: list[tuple[str, KnownPolicy | Message]] = []
        for key, title, group in (
            ("entry", N_("Grounds to enter"), entry),
            ("rest", N_("Other rules"), rest),
        ):
            rows.append((f"#{key}", title))
            rows += [(one.policy.id, one) for one in group]
        self.list.show_things(rows)
        if self.list.current is None:
            self.list.choose_first()
        else:
            self._show()

    def choose_due(self) -> None:
        """Choose the first policy that is due to be checked or no longer holds."""
        for row in range(self.list.rows.rowCount()):
            known = self.list.rows.thing(row)
            if not isinstance(known, Message) and known.is_due:
                self.list.choose(known.policy.id)
                return

    def _detail(self) -> ReadingArea:
        area = ReadingArea(self._desk, N_("The chosen policy"))
        page = ReadingPage(apart=3)
        column = page.column
        column.addWidget(self._title)
        column.addLayout(self._standing)
        card = Card(apart=4)
        card.body.addWidget(self.says)
        card.body.addWidget(self.facts)
        column.addWidget(card)
        checks = Card()
        checks.body.addWidget(words(self._desk, N_("Compare with the source"), "title"))
        why = N_(
            "Open the source yourself, since this program uses no network. If it still says this, mark it as "
            "checked: every journey is then checked against your date."
        )
        checks.body.addWidget(words(self._desk, why, "muted", wrap=True))
        checks.body.addWidget(self.form)
        column.addWidget(checks)
        column.addStretch(1)
        area.setWidget(page)
        return area

    def _show(self) -> None:
        known: KnownPolicy | None = self.list.chosen_thing
        if known is None:
            return
        policy = known.policy
        say = self._desk.language.say
        say(self._title, N_("{what}", what=policy.title))
        say(self.says, known.says)
        clear(self._standing)
        icon, name, tone = STANDINGS[known.standing.value]
        self._standing.addWidget(Picture(self._desk, icon, QSize(ICON_SIZE, ICON_SIZE), tone.value))
        self._standing.addWidget(Pill(self._desk, name, tone))
        self._standing.addStretch(1)
        self._show_facts(known)
        self.form.show_reviews(known.reviews, self._name(), may_end=True)

    def _show_facts(self, known: KnownPolicy) -> None:
        policy, facts, speaker = known.policy, self.facts, self._desk.language.speaker
        facts.clear()
        nationalities = getattr(policy, "nationalities", None)
        if nationalities is not None:
            names = alphabetical(speaker.territory(code) for code in nationalities)
            facts.add(
                N_("Who is covered"),
                NN_(
                    "{count} nationality: {names}",
                    "{count} nationalities: {names}",
                    len(names),
                    names=tuple(names),
                )
                if names
                else N_("Any nationality; the source may name some"),
            )
            others = alphabetical(speaker.territory(code) for code in getattr(policy, "ends_differently", ()))
            if others:
                facts.add(N_("Ends on another day for"), N_("{names}", names=tuple(others)))
        if policy.country:
            facts.add(N_("Whose law"), speaker.territory(policy.country))
        if policy.valid_from is not None:
            facts.add(N_("Holds from"), N_("{day}", day=policy.valid_from))
        is_over = known.standing.value == "expired"
        until: Message = N_("{day}", day=policy.valid_until) if policy.valid_until else N_("no end is known")
        facts.add(N_("Holds until"), until, ink=Tone.DANGER if is_over else None)
        facts.add(N_("Source"), N_("{what}", what=policy.source.title), copied=True)
        if policy.source.url:
            facts.add(NP_("web", "Address"), policy.source.url, copied=True)
        facts.add(N_("Last checked"), N_("{day}", day=policy.checked_on))
        is_due = known.standing.value == "due"
        facts.add(
            N_("Check again by"), N_("{day}", day=policy.review_by), ink=Tone.WARNING if is_due else None
        )

    def _check(self, by: str, until: object) -> None:
        known: KnownPolicy = self.list.chosen_thing
        with self._errors.told(self.form.banner):
            self._session.reviews.check_policy(
                known.policy,
                by=by,
                on=self._session.today("UTC"),
                valid_until=until,  # type: ignore[arg-type]  # a day or None, through a signal
            )
            label = N_("Mark “{what}” as checked", what=known.policy.title)
            self.done.emit(label)

    def _withdraw(self, review: object) -> None:
        with self._errors.told(self.form.banner):
            self._session.reviews.withdraw(review)  # type: ignore[arg-type]  # what the row was made from

    def _line(self, thing: KnownPolicy | Message) -> Line:
        said = self._desk.language.text
        if isinstance(thing, Message):
            return Line(said(thing), is_heading=True)
        icon, name, tone = STANDINGS[thing.standing.value]
        checked = self._desk.language.speaker.date(thing.policy.checked_on, "medium")
        return Line(
            title=thing.policy.title.best(self._desk.language.locale),
            subtitle=said(
                N_("Checked {day}", day=checked)
                if thing.standing.value == "fine"
                else N_("{standing}, checked {day}", standing=name, day=checked)
            ),
            icon=icon,
            tone=tone,
        )
