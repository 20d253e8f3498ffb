"""Reference data compared with its source again: marked as checked, and taken back when it was a slip."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from planner.edits.history import Beside
from planner.errors import InputError
from planner.message import N_, Message
from planner.record.text import Text
from planner.reference.policy import EntryPolicy, Policy
from planner.reference.reference import Reference
from planner.reference.review import Review, Reviewed, calendar_subject, reviewed
from planner.store.change_log import ChangeKind, ChangeNote

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.session.session import Session
    from planner.store.vault import Vault


class Reviews:
    """The reviews of an open record, on the session's thread. ``tell`` takes what is known from then on.

    Each is a step that undo takes back; ``withdraw`` takes one back later.
    """

    def __init__(
        self, session: Session, vault: Vault, shipped: Reference, tell: Callable[[Reference], object]
    ) -> None:
        self._session = session
        self._vault = vault
        self._shipped = shipped
        self._tell = tell

    def all(self) -> tuple[Review, ...]:
        """Every review, in the order in which they were entered."""
        return self._vault.reviews.all()

    def of(self, kind: Reviewed, subject: str) -> tuple[Review, ...]:
        """The reviews of one policy or calendar, the one entered last first."""
        found = (review for review in self.all() if (review.kind, review.subject) == (kind, subject))
        return tuple(found)[::-1]

    def check_policy(
        self, policy: Policy | EntryPolicy, *, by: str, on: dt.date, valid_until: dt.date | None = None
    ) -> Review:
        """Somebody found on the day ``on`` that the source still says what the policy says.

        ``valid_until`` is the last day as the source gives it now, ``None`` where it says nothing new.

        Raises: InputError for a day that is still to come, StoreError.
        """
        kind = Reviewed.POLICY if isinstance(policy, Policy) else Reviewed.ENTRY_POLICY
        return self._check(kind, policy.id, policy.title, by=by, on=on, valid_until=valid_until)

    def check_calendar(self, region: str, year: int, *, by: str, on: dt.date) -> Review:
        """Somebody compared the calendar of a region and year with the government's own. As above."""
        subject = calendar_subject(region, year)
        return self._check(Reviewed.CALENDAR, subject, subject, by=by, on=on, valid_until=None)

    def withdraw(self, review: Review) -> None:
        """Take a review back, as if it had not been made. Raises: StoreError."""
        label = N_("Withdraw the check of “{what}”", what=review.subject)
        again = partial(self._drop, review, label, ChangeKind.REDO)
        ways = Beside(partial(self._keep, review, label, ChangeKind.UNDO), again)
        self._session.run_beside(label, partial(self._drop, review, label, ChangeKind.UNDO), ways)

    def _check(
        self,
        kind: Reviewed,
        subject: str,
        name: Text | str,
        *,
        by: str,
        on: dt.date,
        valid_until: dt.date | None,
    ) -> Review:
        now = self._session.now()
        if on > now.date() + dt.timedelta(1):  # the day may have begun further east
            raise InputError(N_("A check on {day} is still to come; give the day it was made.", day=on))
        review = Review(
            kind=kind,
            subject=subject,
            on=on,
            at=now.astimezone(dt.UTC).replace(microsecond=0),
            by=by.strip(),
            valid_until=valid_until,
        )
        label = N_("Mark “{what}” as checked", what=name)
        again = partial(self._keep, review, label, ChangeKind.REDO)
        ways = Beside(partial(self._drop, review, label, ChangeKind.UNDO), again)
        self._session.run_beside(label, partial(self._keep, review, label, ChangeKind.EDIT), ways)
        return review

    def _keep(self, review: Review, label: Message, kind: ChangeKind) -> None:
        self._vault.reviews.keep(review, self._note(label, kind))
        self._apply()

    def _drop(self, review: Review, label: Message, kind: ChangeKind) -> None:
        self._vault.reviews.withdraw(review, self._note(label, kind))
        self._apply()

    def _apply(self) -> None:
        now = self._session.reference
        self._tell(reviewed(replace(self._shipped, calendars=now.calendars, limits=now.limits), self.all()))

    def _note(self, label: Message, kind: ChangeKind) -> ChangeNote:
        return ChangeNote(at=self._session.now(), label=label, who=self._session.who or "", kind=kind)
