"""Where files go that are let go elsewhere than on a journey's page: to whose line it is, or imported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.shell.workspace import Workspace


def bring_files(space: Workspace) -> None:
    """Have the workspace take files that are dropped on lines of journeys, and calendars."""

    def name_of(journey_id: str) -> str:
        row = next(iter(space.session.summaries_of([journey_id])), None)
        return (row.patient_name or row.reference) if row is not None else ""

    def attach(journey_id: str, paths: Sequence[Path]) -> None:
        space.open_journey(journey_id)
        space.page.take_files(paths)

    def read_calendar(path: Path) -> None:
        from ui.reference.world_page import WorldPage

        space.go("world")
        page = space.page
        assert isinstance(page, WorldPage)
        page.look_through(path)

    space.name_of = name_of
    space.dropped_on.connect(attach)
    space.calendar_dropped.connect(read_calendar)
