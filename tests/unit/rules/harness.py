"""Golden cases of the rules: for every code a journey that raises it, and one that does not.

How a rule is written
    One file of ``planner/rules``, named after its code: ``stay_exceeded.py`` has
    ``CODE = "stay.exceeded"`` and the function ``stay_exceeded(journey, reference, today)``, which yields
    findings of that code alone. It has its line in ``planner.rules.check.RULES``. It never raises, whatever
    the journey; unknown (``None``, an id that leads nowhere, an empty list) is never an error. Lookups
    shared by rules are in ``planner.schedule.outline``; rules do not import each other. Facts of law come
    from ``reference.policies`` and ``reference.entry_policies`` (``Source.of(policy)`` is the source),
    limits that are judgement from ``reference.limits``. ``today`` is a day where the treatment is.

How a finding is written
    A sentence a coordinator would say, with the dates and numbers in it: ``N_("{name} leaves on {day}.")``.
    It says days, not how many are left: what it carries must not change just because a day went by, or an
    acknowledgement would lapse every night. A severity may rise as a day comes near; that does bring it
    back. ``subject`` is the thing (``Subject("entry", entry.id, "exited")``, kinds as in
    ``planner.record.lookup.kind_of``), ``on`` the day that makes it pressing. It flags and arranges; it
    never says what anybody should take, be given or be treated with.

How it is tested
    A module of this folder per family, ``test_stay.py``, ends in ``GOLDEN = (Golden(…), …)``;
    ``test_golden.py`` finds them all, runs them, and fails for a code that has none. ``fine`` is the
    journey that raises nothing of the code. It must differ from ``journey`` in a single fact: one field, or
    one element more or less in one list; or leave it out and give ``fine_today``, when the day is the fact
    (or ``fine_reference``). Ids that the builders count up would make two journeys differ, so give every
    thing an ``id=``, or change one journey into the other with ``dataclasses.replace``. Boundaries (the day
    before, the day, the day after, in both zones) are ordinary tests beside it, with ``raised``.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import planner.rules
from planner.record.journey import Journey
from planner.record.text import Text
from planner.record.when import When
from planner.reference.reference import Reference, shipped_reference
from planner.rules.check import Rule
from planner.rules.finding import Finding

#: Modules of ``planner.rules`` that are not rules.
FRAMEWORK = {"acknowledged", "caseload", "check", "finding"}
#: What counts as one fact, though it has parts.
_ONE_FACT = (Text, When)


@dataclass(frozen=True, kw_only=True)
class Golden:
    """``journey`` raises ``code`` on ``today``; with the one fact otherwise it does not. Days are ISO."""

    code: str
    hazard: str
    journey: Journey
    today: str
    fine: Journey | None = None
    fine_today: str | None = None
    reference: Reference | None = None
    fine_reference: Reference | None = None

    @property
    def name(self) -> str:
        return f"{self.code}: {self.hazard}"


@cache
def shipped() -> Reference:
    """The reference data that ships, with the default limits."""
    return shipped_reference()


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its code, found in ``planner/rules``."""
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(planner.rules.__path__):
        if module.name not in FRAMEWORK:
            loaded = importlib.import_module(f"planner.rules.{module.name}")
            found[loaded.CODE] = getattr(loaded, module.name)
    return found


@cache
def golden_cases() -> tuple[Golden, ...]:
    """The golden cases of every family's module in this folder."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("test_*.py"))
    modules = (importlib.import_module(f"tests.unit.rules.{name}") for name in names)
    return tuple(case for module in modules for case in getattr(module, "GOLDEN", ()))


def raised(
    code: str, journey: Journey, today: str | dt.date, reference: Reference | None = None
) -> tuple[Finding, ...]:
    """What the rule of that code says of ``journey``."""
    on = dt.date.fromisoformat(today) if isinstance(today, str) else today
    return tuple(rules()[code](journey, reference or shipped(), on))


def differences(one: Any, other: Any, path: str = "journey") -> Iterator[str]:
    """The facts in which two values of the record differ, by path; an element more or less is one."""
    if one is other or one == other:
        return
    if type(one) is not type(other) or isinstance(one, _ONE_FACT):
        yield path
    elif is_dataclass(one):
        for field in fields(one):
            yield from differences(
                getattr(one, field.name), getattr(other, field.name), f"{path}.{field.name}"
            )
    elif isinstance(one, tuple) and len(one) == len(other):
        for number, (a, b) in enumerate(zip(one, other, strict=True)):
            yield from differences(a, b, f"{path}[{number}]")
    elif isinstance(one, tuple) and _one_more(*sorted((one, other), key=len)):
        yield f"{path}[+]"
    else:
        yield path
        if isinstance(one, tuple):
            yield f"{path} (several elements)"


def _one_more(shorter: tuple[Any, ...], longer: tuple[Any, ...]) -> bool:
    """Whether ``longer`` is ``shorter`` with one element put in."""
    return any(shorter == (*longer[:at], *longer[at + 1 :]) for at in range(len(longer)))
