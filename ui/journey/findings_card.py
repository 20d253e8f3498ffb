"""What the rules say of a journey, the worst first: what is wrong, by which source, when that was checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.message import N_, NN_, NP_, Message
from planner.rules.finding import Finding, Severity
from ui.journey.journey_header import SEVERITIES
from ui.journey.row import Block, Content, Row, Rows

_SHOWN = 5
_NAMES: dict[Severity, Message] = {
    Severity.BLOCKER: NP_("finding", "Blocker"),
    Severity.WARNING: NP_("finding", "Warning"),
    Severity.NOTE: NP_("finding", "Note"),
}


def findings_blocks(findings: Sequence[Finding]) -> Iterator[Block]:
    """One list; what comes after the first few is folded."""
    rows = tuple(_row(finding, place >= _SHOWN) for place, finding in enumerate(findings))
    if rows:
        more = NN_("{count} more finding", "{count} more findings", sum(row.folded for row in rows))
        yield Rows(rows=rows, more=more)


def _row(finding: Finding, folded: bool) -> Row:
    icon, tone = SEVERITIES[finding.severity]
    return Row(
        title=finding.message,
        details=tuple(_source(finding)),
        state=(_NAMES[finding.severity], tone),
        icon=icon,
        icon_tone=tone,
        folded=folded,
    )


def _source(finding: Finding) -> Iterator[Content]:
    if finding.source is not None:
        yield finding.source.title
        if finding.source.checked_on is not None:
            yield N_("checked on {day}", day=finding.source.checked_on)
