"""A cover with changes breaks where both pages hold something worth turning to."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from planner.export.pdf.cover_layout import Cover, laid_out
from planner.export.pdf.flow import Band, paginate
from planner.export.pdf.nodes import Ink

DEPTH = 100.0


def _cover(front: float, changes: tuple[float, ...], facts: float, ring: float, last: float = 3) -> Cover:
    def bands(name: str, heights: tuple[float, ...]) -> tuple[Band, ...]:
        return tuple(Band(Ink(name, height), before=4.0) for height in heights)

    return Cover(
        front=bands("front", (front,)),
        changes=bands("changes", changes),
        facts=bands("facts", (facts,)),
        end=bands("end", (ring, 2, last)),
        notice=Band(Ink("notice", 3), before=4.0),
    )


def _name(band: Band) -> str:
    assert isinstance(band.node, Ink)
    return band.node.operators


def _pages(cover: Cover) -> list[list[str]]:
    """What stands on each page, each part once."""
    pages = paginate(laid_out(cover, DEPTH), DEPTH)
    return [list(dict.fromkeys(_name(placed.band) for placed in page)) for page in pages]


def _fills(cover: Cover) -> list[float]:
    pages = paginate(laid_out(cover, DEPTH), DEPTH)
    return [page[-1].y + page[-1].band.height for page in pages]


def test_what_fits_on_one_page_stays_as_it_is() -> None:
    cover = _cover(10, (5, 5), 10, 10)
    whole = (*cover.front, *cover.changes, *cover.facts, *cover.end)
    assert [band.before for band in laid_out(cover, DEPTH)] == [band.before for band in whole]


def test_two_lines_too_many_bring_the_parts_closer_together() -> None:
    cover = _cover(20, (5, 5), 20, 25)  # the parts take 83 of 100, the spaces between them 24
    assert _pages(cover) == [["front", "changes", "facts", "end"]]
    assert _fills(cover)[0] <= DEPTH


def test_a_longer_list_parts_where_the_emptier_page_is_fullest() -> None:
    assert _pages(_cover(20, (20,), 25, 35)) == [["front", "changes", "facts"], ["end"]]
    assert _pages(_cover(10, (25, 30), 30, 15)) == [["front", "changes"], ["facts", "end"]]
    assert _pages(_cover(10, (45, 45), 30, 15)) == [["front", "notice", "facts", "end"], ["changes"]]


def test_without_changes_its_last_lines_never_stand_alone() -> None:
    assert _pages(_cover(30, (), 25, 33)) == [["front", "facts"], ["end"]]


@given(
    front=st.floats(1, 40),
    changes=st.lists(st.floats(1, 60), min_size=1, max_size=8).map(tuple),
    facts=st.floats(1, 60),
    ring=st.floats(1, 60),
)
@example(front=20.0, changes=(60.0, 60.0, 60.0), facts=60.0, ring=60.0)
def test_nothing_is_lost_and_the_last_lines_are_never_alone(
    front: float, changes: tuple[float, ...], facts: float, ring: float
) -> None:
    cover = _cover(front, changes, facts, ring)
    pages = paginate(laid_out(cover, DEPTH), DEPTH)
    nodes = [placed.band.node for page in pages for placed in page]
    wanted = [band.node for band in (*cover.front, *cover.changes, *cover.facts, *cover.end)]
    assert sorted(map(id, wanted)) == sorted(id(node) for node in nodes if node is not cover.notice.node)
    assert len(next(page for page in pages if page[-1].band.node is cover.end[-1].node)) > 2
