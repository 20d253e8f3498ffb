"""The record as such: backups, health, passphrases, the recovery code. One column of cards."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.message import N_, NN_, Message
from planner.session import Session
from planner.session.backups import RestoredRecord
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.local_time import here
from ui.record.back_again_card import BackAgainCard
from ui.record.backups_card import BackupsCard, Exchange
from ui.record.check_card import CheckCard
from ui.record.passphrase_card import PassphraseCard
from ui.record.people_card import PeopleCard
from ui.record.recovery_card import RecoveryCard
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.settings.cards_page import CardsPage
from ui.shell.top_bar import TopBar
from ui.theme.tokens import Tone


class RecordPage(CardsPage):
    """Nothing here is about a patient; all of it is about keeping what is."""

    def __init__(
        self,
        desk: Desk,
        session: Session,
        errors: ErrorPresenter,
        exchange: Exchange,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.backups = BackupsCard(desk, session, errors, exchange)
        self.health = CheckCard(desk, session, errors)
        self.passphrase = PassphraseCard(desk, session)
        self.people = PeopleCard(desk, session)
        self.recovery = RecoveryCard(desk, session)
        self.back_again = BackAgainCard(desk, session, errors)
        self.column.addWidget(self.back_again)
        for card in (self.backups, self.recovery, self.passphrase, self.people, self.health):
            self.column.addWidget(card)
        self.column.addStretch(1)
        for card in (self.recovery, self.passphrase, self.people):  # nobody comes back to the sample
            card.setVisible(not session.is_sample)

    def tell_restored(self, banner: Banner, restored: RestoredRecord) -> None:
        """Say which backup was put back and what of it is missing, and offer to take that back."""
        at = here(restored.backup.made_at)
        told = N_("The record is as it was on {day}, {time}.", day=at.date(), time=at.time())
        before = restored.before
        undo = None
        if before is not None:
            undo = (N_("Undo"), lambda: self.backups.restore(before.backup))
        tone = Tone.WARNING if restored.lost_files or restored.erased_since else Tone.OK
        banner.tell(told, _missing(restored), tone, offer=undo)

    def arrive(self, bar: TopBar) -> None:
        named = "" if self._session.is_sample else self._session.folder.name
        bar.show_page(N_("Record and backups"), named)
        for card in (self.backups, self.recovery, self.passphrase, self.people):
            card.follow()
        self.back_again.follow()
        self.backups.now.setFocus()


def _missing(restored: RestoredRecord) -> Message | None:
    if restored.lost_files:
        return NN_(
            "The contents of {count} attached file could not be found.",
            "The contents of {count} attached files could not be found.",
            restored.lost_files,
        )
    if restored.erased_since:
        return NN_(
            "{count} erasure was made after this backup; erase what came back with it again.",
            "{count} erasures were made after this backup; erase what came back with it again.",
            restored.erased_since,
        )
    return None
