"""Names typed for a copy that is not given out yet: kept as a draft, so that locking loses none."""

from __future__ import annotations

from planner.session import Draft, Session

KIND = "receivers"
"""The kind of such a draft; it is taken up where a copy is given out, and offered nowhere else."""

_NAMES = "names"


class KeptNames:
    """Those of one journey. Raises: StoreError when they cannot be kept."""

    def __init__(self, session: Session, journey_id: str) -> None:
        self._session = session
        self._journey = journey_id
        self._key = f"{KIND}:{journey_id}"

    def get(self) -> tuple[str, ...]:
        """The names that were typed, in their order."""
        draft = self._session.drafts.get(self._key)
        return draft.typed.get(_NAMES, ()) if draft is not None else ()

    def keep(self, names: tuple[str, ...]) -> None:
        """Keep these instead of those before; none once a copy was given out, or nobody is to have one."""
        if names == self.get():
            return
        if names:
            now, typed = self._session.now(), {_NAMES: names}
            self._session.drafts.keep(Draft(self._key, now, self._journey, KIND, typed=typed))
        else:
            self._session.drafts.drop(self._key)
