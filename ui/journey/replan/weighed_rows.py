"""What the rules say before and after, and the ways to win back days, as rows to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.message import N_, NN_, NP_, Message
from planner.rules.finding import Finding, Subject
from planner.session.replanning import Option
from ui.findings.severity import SEVERITY_SIGNS
from ui.journey.row import Row, Rows
from ui.theme.tokens import Tone

_SHOWN = 6


def findings_rows(before: Sequence[Finding], after: Sequence[Finding]) -> Rows:
    """What the re-planning settles and what it brings; what it leaves as it is is not repeated."""
    was = {(one.code, one.facts) for one in before}
    will = {(one.code, one.facts) for one in after}
    came = [one for one in after if (one.code, one.facts) not in was]
    went = [one for one in before if (one.code, one.facts) not in will]
    known = Counter(_about(one) for one in went)
    left = Counter(_about(one) for one in came)
    rows = [_changed(one) if was_there else _new(one) for one, was_there in _paired(came, known)]
    rows += [_settled(one) for one, is_still_there in _paired(went, left) if not is_still_there]
    shown = tuple(replace(row, folded=place >= _SHOWN) for place, row in enumerate(rows))
    count = sum(row.folded for row in shown)
    return Rows(rows=shown, more=NN_("{count} more finding", "{count} more findings", count))


def _about(finding: Finding) -> tuple[str, Subject]:
    """What makes two findings the same one, whatever days it names."""
    return finding.code, finding.subject


def _paired(
    findings: Sequence[Finding], there: Counter[tuple[str, Subject]]
) -> Iterator[tuple[Finding, bool]]:
    """Each with whether it has a counterpart on the other side, where each counterpart serves once."""
    for one in findings:
        is_there = there[_about(one)] > 0
        there[_about(one)] -= is_there
        yield one, is_there


def counts(before: Sequence[Finding], after: Sequence[Finding]) -> Message:
    """How many findings there are before and after."""
    return N_("Findings: {before} before, {after} after", before=len(before), after=len(after))


def tick_everything(is_done: bool) -> Message:
    """What the button over all consequences does next."""
    return N_("Untick everything") if is_done else N_("Tick everything")


def option_rows(options: Sequence[Option]) -> Rows:
    """Each way to win back days with what it needs; none is chosen by the program."""
    return Rows(rows=tuple(_option(one) for one in options))


def _option(one: Option) -> Row:
    return Row(
        title=one.what,
        details=(N_("Last session on {date}.", date=one.last),),
        notes=(*(N_("Needs: {need}", need=need) for need in one.needs[:1]), *one.needs[1:]),
        icon="info",
    )


def _new(finding: Finding) -> Row:
    icon, tone = SEVERITY_SIGNS[finding.severity]
    return Row(title=finding.message, icon=icon, icon_tone=tone, state=(NP_("finding", "New"), tone))


def _changed(finding: Finding) -> Row:
    icon, tone = SEVERITY_SIGNS[finding.severity]
    return Row(title=finding.message, icon=icon, icon_tone=tone, state=(NP_("finding", "Changed"), tone))


def _settled(finding: Finding) -> Row:
    state = (NP_("finding", "Settled"), Tone.OK)
    return Row(title=finding.message, icon="check", icon_tone=Tone.OK, state=state, faded=True)
