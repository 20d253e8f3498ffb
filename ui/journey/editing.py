"""Editing on the journey page: the panel of forms beside the reading, the buttons to add, the drafts left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from planner.edits.edit import Edit
from planner.edits.task_marks import complete_task, reopen_task
from planner.message import N_
from planner.rules.finding import EnterNew, OpenField
from planner.session import Draft, Session
from ui.controls.layout_widgets import widgets_of
from ui.desk import Desk
from ui.editing.add_button import AddButton
from ui.editing.addables import ADDABLES
from ui.editing.beside import Beside
from ui.editing.draft_name import draft_name
from ui.editing.drafts_strip import DraftsStrip
from ui.editing.form_page import FormPage
from ui.editing.keeper import Keeper
from ui.editing.panel import EditorPanel
from ui.editing.starting import Wanted, newly_wanted
from ui.editing.template_offer import TemplateOffer, moved_dates, newcomers
from ui.journey.kept_names import KIND as NAMES
from ui.journey.kept_reasons import KIND as REASON
from ui.journey.section_card import SectionCard
from ui.portions import Portions
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from ui.journey.journey_page import JourneyPage


class Editing(QObject):
    """Everything of the page that changes things. The panel is made when it is first wanted."""

    def __init__(self, desk: Desk, session: Session, errors: ErrorPresenter, page: JourneyPage) -> None:
        super().__init__(page)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._page = page
        self.keeper = Keeper(session)
        self.panel: EditorPanel | None = None
        self._is_leaving = False
        self.add_buttons: dict[str, AddButton] = {}
        self.moved_dates = moved_dates(desk, session, page)
        self.newcomers = newcomers(desk, session, page)
        for offer in self._offers:
            offer.taken.connect(self._run)
        self._below = Portions(self)
        self.strip = DraftsStrip(desk, self._of_page, page)
        self.strip.wanted.connect(self._take_up)
        self.strip.discarded.connect(self._discard)

    def take(self, cards: Mapping[str, SectionCard]) -> None:
        """Let the rows of these sections open, and give each section its button to add."""
        cards["tasks"].add_actions(self.moved_dates)
        cards["documents"].add_actions(self.newcomers)
        self._page.findings.new_wanted.connect(self.open_new)
        for key, card in cards.items():
            card.opened.connect(self._page.open_thing)
            card.copy_wanted.connect(self._duplicate)
            card.gone_wanted.connect(self._remove)
            card.ticked.connect(self._tick)
            if key in ADDABLES:
                button = self.add_buttons[key] = AddButton(self._desk, ADDABLES[key], card)
                button.wanted.connect(self.open_new)
                card.add_to_head(button)

    def open_thing(self, id: str, field: str = "") -> bool:
        """Open the form of a thing; whether there is such a thing."""
        return self._panel().open_thing(id, field)

    def open_new(self, wanted: Wanted) -> None:
        """Open the form of a new thing."""
        if self._page.journey is not None:
            self._page.export.close()
            self._panel().open_new(wanted)

    def go(self, way: str | OpenField | EnterNew) -> None:
        """Go to the section of that key, or to the form in which something can be seen to."""
        journey = self._page.journey
        if isinstance(way, OpenField):
            self._page.open_thing(way.subject.id, way.subject.field)
        elif isinstance(way, EnterNew) and journey is not None:
            self.open_new(newly_wanted(journey, way))
        elif isinstance(way, str):
            self._page.open_section(way)

    def _go_from(self, page: FormPage, way: str | OpenField | EnterNew) -> None:
        """As ``go``, above the form one is at, to come back to it."""
        if isinstance(way, EnterNew) and self._page.journey is not None:
            page.new_wanted.emit(newly_wanted(self._page.journey, way))
        elif isinstance(way, OpenField):
            page.open_wanted.emit(way.subject.id)
        else:
            self.go(way)

    def refresh(self) -> None:
        """The journey changed."""
        if self._page.journey is not None:
            self._look_for_offers(self._page.journey.id)
        if self.panel is not None and not self.panel.isHidden() and self._page.journey is not None:
            self.panel.refresh(self._session.open_findings(self._page.journey.id))
            if self.panel.page is not None:
                self._show_files(self.panel.page)

    def leave(self) -> None:
        """Another journey is shown: close every form; what is not in the record stays as a draft."""
        self._is_leaving = True
        if self.panel is not None:
            self.panel.close_all()
        self._is_leaving = False
        self.strip.show_drafts(())
        for offer in self._offers:
            offer.forget()

    @property
    def _offers(self) -> tuple[TemplateOffer, ...]:
        return self.moved_dates, self.newcomers

    def _look_for_offers(self, journey_id: str) -> None:
        for offer in self._offers:
            offer.watch(journey_id)

    def offer_drafts(self) -> None:
        """Offer what was typed and is not in the record."""
        if self._page.journey is None:
            return
        self._look_for_offers(self._page.journey.id)
        open_now = {page.id for page in self.panel.pages} if self.panel is not None else set()
        drafts = self._session.drafts.of(self._page.journey.id)
        taken_up = (NAMES, REASON)  # where they belong
        self.strip.show_drafts(
            tuple(one for one in drafts if one.key not in open_now and one.kind not in taken_up)
        )

    def _of_page(self) -> Keeper:
        journey = self._page.journey
        return Keeper(self._session, journey.id if journey is not None else "")

    def _panel(self) -> EditorPanel:
        journey = self._page.journey
        if journey is not None and self.keeper.journey_id != journey.id:
            self.keeper = Keeper(self._session, journey.id)
            if self.panel is not None:
                self.panel.keeper = self.keeper
        if self.panel is None:
            self.panel = EditorPanel(self._desk, self.keeper, self._page)
            self.panel.closed.connect(self._closed)
            self.panel.shown.connect(self._shown)
            self.panel.kept.connect(self._tell_kept)
            self._page.beside.addWidget(self.panel)
            beside = Beside(self.panel, self._page, widgets_of(self._page.beside)[0])
            self._page.tabs.chosen.connect(beside.give_way)
        return self.panel

    def _shown(self, id: str) -> None:
        if self._page.journey is not None and self.panel is not None:
            self.panel.show_findings(self._session.open_findings(self._page.journey.id))
        self._page.show_row(id)
        self.offer_drafts()
        page = self.panel.page if self.panel is not None else None
        if page is not None:  # the form is painted first
            self._below.begin(self._files_of(page))

    def _files_of(self, page: FormPage) -> Iterator[None]:
        if isValid(page):
            self._show_files(page)
        yield

    def _show_files(self, page: FormPage) -> None:
        """The files attached to the thing whose form it is, below the form."""
        from ui.attachments.attachment_list import AttachmentList
        from ui.attachments.drop_form import may_have_files

        if self._page.journey is None or page.wanted is not None:
            return
        journey = self._session.journey(self._page.journey.id)
        files = page.below
        if files is None:
            if not may_have_files(journey, page.id):
                return
            files = AttachmentList(self._desk, self._session, self._errors)
            files.way_wanted.connect(partial(self._go_from, page))
            page.put_below(files)
        if isinstance(files, AttachmentList):
            files.show_thing(journey, page.id)

    def _closed(self) -> None:
        self._page.show_row("")
        self.offer_drafts()
        self._page.take_focus()

    def _tell_kept(self, draft: Draft) -> None:
        """What stood in a form that was left is not lost, though it is not in the record."""
        name = draft_name(draft, self._of_page())
        if name is None or self._is_leaving:
            return
        what = N_("Kept as a draft: {what}", what=name)
        self._errors.tell(what, Tone.INFO, offer=(N_("Go on"), lambda: self._take_up(draft.key)))

    def _take_up(self, key: str) -> None:
        draft = self._session.drafts.get(key)
        if draft is not None and not self._panel().open_draft(draft):
            self._session.drafts.drop(key)
            self.offer_drafts()

    def _discard(self, key: str) -> None:
        self._session.drafts.drop(key)
        self.offer_drafts()

    def _duplicate(self, id: str) -> None:
        self._panel()
        with self._errors.told():
            self._page.open_thing(self.keeper.duplicate(id))

    def _remove(self, id: str) -> None:
        self._panel()
        with self._errors.told():
            self.keeper.remove(id)

    def _tick(self, id: str, done: bool) -> None:
        journey = self._page.journey
        if journey is None:
            return
        today = self._session.office_day(journey)
        self._run(complete_task(journey, id, today) if done else reopen_task(journey, id))

    def _run(self, edit: Edit) -> None:
        with self._errors.told():
            self._session.run(edit)
