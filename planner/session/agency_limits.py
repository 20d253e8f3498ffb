"""The limits of the rules that are judgement: as the agency has set them, else as the program states them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING

from planner.edits.history import Beside
from planner.errors import InputError
from planner.message import N_, NN_, NP_, Message
from planner.reference.limits import Limits
from planner.reference.reference import Reference
from planner.session.limit_names import LIMITS, LimitName
from planner.store.change_log import ChangeKind, ChangeNote

if TYPE_CHECKING:
    from planner.session.session import Session
    from planner.store.vault import Vault

_DEFAULTS = Limits()
_MOST = {"days": 730, "hours": 72, "minutes": 1440, "o'clock": 23, "pages": 32}


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit: what it is, what it stands at, what the program states; ``least`` to ``most`` are fine."""

    name: str
    said: LimitName
    value: int
    default: int
    most: int
    least: int = 0

    @property
    def is_default(self) -> bool:
        """Whether nobody has set it otherwise."""
        return self.value == self.default


class AgencyLimits:
    """Reading and setting them, on the session's thread; a change is durable and every finding follows it."""

    def __init__(self, session: Session, vault: Vault, tell: Callable[[Reference], object]) -> None:
        self._session = session
        self._vault = vault
        self._tell = tell

    def all(self) -> tuple[Limit, ...]:
        """Every limit, in the order in which they are shown."""
        now = self._session.reference.limits
        return tuple(
            Limit(name, said, getattr(now, name), getattr(_DEFAULTS, name), _MOST[said.unit])
            for name, said in LIMITS.items()
        )

    def put(self, name: str, value: int | None) -> None:
        """Set a limit, or with ``None`` go back to the default.

        Raises: InputError when the number cannot be one, StoreError when it cannot be written.
        """
        known = next((one for one in self.all() if one.name == name), None)
        if known is None or (value is not None and not known.least <= value <= known.most):
            raise InputError(
                N_(
                    "“{value}” is no limit here; a whole number from {least} to {most} is.",
                    value=str(value),
                    least=known.least if known else 0,
                    most=known.most if known else 0,
                )
            )
        kept = None if value == getattr(_DEFAULTS, name) else value
        was = self._vault.settings.all().get(name)
        if kept == was:
            return
        label = N_("Set the limit “{name}”", name=known.said.name)
        ways = Beside(
            partial(self._keep, name, was, label, ChangeKind.UNDO),
            partial(self._keep, name, kept, label, ChangeKind.REDO),
        )
        self._session.run_beside(label, partial(self._keep, name, kept, label, ChangeKind.EDIT), ways)

    def _keep(self, name: str, value: int | None, label: Message, kind: ChangeKind) -> None:
        session = self._session
        note = ChangeNote(at=session.now(), label=label, who=session.who or "", kind=kind)
        self._vault.settings.keep(name, value, note)
        self._tell(replace(session.reference, limits=limits_of(self._vault.settings.all())))


def limits_of(kept: Mapping[str, int]) -> Limits:
    """The limits with those the agency has set; names this version does not know are left alone."""
    known = {field.name for field in fields(Limits)}
    return replace(_DEFAULTS, **{name: value for name, value in kept.items() if name in known})


def unit_name(unit: str, count: int) -> Message:
    """The unit of a limit beside its number."""
    match unit:
        case "days":
            return NN_("{count} day", "{count} days", count)
        case "hours":
            return NN_("{count} hour", "{count} hours", count)
        case "minutes":
            return NN_("{count} minute", "{count} minutes", count)
        case "pages":
            return NN_("{count} page", "{count} pages", count)
        case _:
            return NP_("limit", "{count}:00", count=count)
