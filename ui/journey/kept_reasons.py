"""Reasons being written for findings: kept as drafts of their journey, so that locking loses none."""

from __future__ import annotations

from planner.rules.finding import Finding
from planner.session import Draft, Session

KIND = "reason"
"""The kind of such a draft; it is taken up where the finding stands, and offered nowhere else."""

_REASON, _NAME = "reason", "by"


class KeptReasons:
    """Those of one journey. Raises: StoreError when one cannot be kept."""

    def __init__(self, session: Session, journey_id: str) -> None:
        self._session = session
        self._journey = journey_id

    def get(self, finding: Finding) -> tuple[str, str] | None:
        """The reason and the name that were being written."""
        draft = self._session.drafts.get(self._key(finding))
        if draft is None:
            return None
        return " ".join(draft.typed.get(_REASON, ())), " ".join(draft.typed.get(_NAME, ()))

    def keep(self, finding: Finding, reason: str, name: str) -> None:
        """Keep them; nothing while there is no reason."""
        if not reason.strip():
            self.drop(finding)
            return
        now, typed = self._session.now(), {_REASON: (reason,), _NAME: (name,)}
        self._session.drafts.keep(Draft(self._key(finding), now, self._journey, KIND, typed=typed))

    def drop(self, finding: Finding) -> None:
        """It is given, or not wanted."""
        self._session.drafts.drop(self._key(finding))

    def _key(self, finding: Finding) -> str:
        return f"{KIND}:{self._journey}:{finding.code}:{finding.subject.id}"
