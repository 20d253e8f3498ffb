"""What is told above a paper when its revision was issued, or is taken back."""

from __future__ import annotations

from collections.abc import Callable

from planner.message import N_, Message
from planner.record.issue import Issue
from ui.controls.banner import Banner
from ui.theme.tokens import Tone


def tell_issued(
    banner: Banner, issue: Issue, collect: Message | None, go_print: Callable[[], object]
) -> None:
    """``issue`` is in the record; ``collect`` says which papers it replaces, ``go_print`` prints it."""
    banner.tell(
        N_("Revision {number} is issued.", number=issue.revision),
        collect,
        Tone.OK,
        offer=(N_("Print…"), go_print),
    )


def tell_withdrawn(banner: Banner, issue: Issue) -> None:
    """``issue`` was undone, its paper was not."""
    banner.tell(
        N_("Revision {number} is no longer in the record.", number=issue.revision),
        N_(
            "If it was printed or sent, its paper is still in somebody’s hands: collect it. "
            "Its number is not given again while the record is open."
        ),
        Tone.WARNING,
    )
