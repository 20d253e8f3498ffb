"""Which findings somebody has seen and accepted; it holds while the facts of the finding stay the same."""

from __future__ import annotations

from collections.abc import Iterable

from planner.record.acknowledgement import Acknowledgement
from planner.record.journey import Journey
from planner.rules.finding import Finding


def open_findings(journey: Journey, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of ``findings`` that nobody has accepted, or whose facts have changed since; in their order."""
    if not journey.acknowledgements:
        return tuple(findings)
    return tuple(finding for finding in findings if acknowledgement_of(journey, finding) is None)


def acknowledged(
    journey: Journey, findings: Iterable[Finding]
) -> tuple[tuple[Finding, Acknowledgement], ...]:
    """Those of ``findings`` that somebody has accepted, each with the acknowledgement; in their order."""
    return tuple(
        (finding, accepted)
        for finding in findings
        if (accepted := acknowledgement_of(journey, finding)) is not None
    )


def acknowledgement_of(journey: Journey, finding: Finding) -> Acknowledgement | None:
    """The latest acknowledgement that holds for ``finding``, ``None`` while it is open."""
    for one in reversed(journey.acknowledgements):
        about = one.code == finding.code and one.subject == finding.subject.id
        if about and one.facts == finding.facts:
            return one
    return None
