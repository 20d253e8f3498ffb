"""Bands on pages: kept together, never stranded, never lost."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from planner.export.pdf.compositor import Compositor
from planner.export.pdf.flow import Band, Block, PlacedBand, paginate
from planner.export.pdf.look import NORMAL
from planner.export.pdf.nodes import Group, Ink, Placed, Text

DEPTH = 100.0


def _band(height: float, *blocks: Block, before: float = 0.0, heading: bool = False) -> Band:
    return Band(Ink("", height), before=before, blocks=blocks, holds_next=heading)


def _page_of(pages: list[list[PlacedBand]], band: Band) -> int:
    return next(i for i, page in enumerate(pages) if any(placed.band is band for placed in page))


def test_a_block_that_fits_on_a_page_is_not_split() -> None:
    day = Block()
    bands = [_band(60), _band(30, day), _band(30, day)]
    pages = paginate(bands, DEPTH)
    assert [len(page) for page in pages] == [1, 2]


def test_a_heading_is_never_the_last_thing_on_a_page() -> None:
    heading = _band(20, heading=True)
    pages = paginate([_band(70), heading, _band(30)], DEPTH)
    assert _page_of(pages, heading) == 1


def test_a_chain_of_headings_moves_as_one() -> None:
    first, second = _band(15, heading=True), _band(15, heading=True)
    pages = paginate([_band(60), first, second, _band(30)], DEPTH)
    assert _page_of(pages, first) == _page_of(pages, second) == 1


def test_a_chain_longer_than_a_page_breaks_before_its_last_link() -> None:
    """A title, a note on it, and a card that fills the page: the title keeps the note."""
    title, note, card = _band(20, heading=True), _band(10, heading=True), _band(95)
    for above in ([], [_band(50)]):
        pages = paginate([*above, title, note, card], DEPTH)
        assert _page_of(pages, title) == _page_of(pages, note) == _page_of(pages, card) - 1


def test_a_block_taller_than_a_page_is_split_between_its_bands_and_headed_again() -> None:
    head = Ink("head", 10)
    table = Block(head)
    bands = [_band(40, table) for _ in range(5)]
    pages = paginate(bands, DEPTH)
    assert [sum(not placed.continued for placed in page) for page in pages] == [2, 2, 1]
    assert [page[0].continued for page in pages] == [False, True, True]
    assert pages[1][0].band.node is head


def test_a_heading_takes_the_start_of_a_block_that_fills_a_page_of_its_own() -> None:
    heading, block = _band(20, heading=True), Block()
    pages = paginate([heading, *(_band(24, block) for _ in range(4))], DEPTH)
    assert [len(page) for page in pages] == [4, 1]
    assert _page_of(pages, heading) == 0


def test_blocks_inside_a_split_block_stay_whole() -> None:
    day, entry = Block(), Block()
    bands = [_band(60, day), _band(30, day, entry), _band(30, day, entry)]
    pages = paginate(bands, DEPTH)
    assert _page_of(pages, bands[1]) == _page_of(pages, bands[2]) == 1


def test_a_band_taller_than_a_page_is_cut_between_its_lines_and_nothing_of_it_is_lost() -> None:
    style = NORMAL.body
    words = "请携带护照和邀请函到登记处办理手续。" * 30
    text = Compositor().text(words, style, "zh-CN", 150)
    frame = Placed(0, 0, Ink("frame", text.height))
    tall = Band(Group((frame, Placed(0, 0, text), Placed(160, 0, text)), text.height))
    pages = paginate([_band(20), tall, _band(20)], DEPTH)
    lines = [
        line
        for page in pages
        for placed in page
        if isinstance(placed.band.node, Group)
        for kid in placed.band.node.kids
        if isinstance(kid.node, Text)
        for line in kid.node.setting.lines
    ]
    assert len(lines) == 2 * len(text.setting.lines)
    for page in pages:
        assert all(placed.y + placed.band.height <= DEPTH + 0.01 for placed in page)


def test_space_above_falls_away_at_the_head_of_a_page() -> None:
    pages = paginate([_band(90), _band(20, before=15)], DEPTH)
    assert pages[1][0].y == 0


HEIGHTS = st.lists(
    st.tuples(st.floats(1, 60), st.floats(0, 10), st.booleans(), st.integers(0, 3), st.integers(0, 2)),
    max_size=40,
)


@given(HEIGHTS)
@example([(1.0, 1.0, False, 0, 0)] * 3 + [(25.0, 10.0, False, 0, 1), (51.0, 10.0, False, 0, 1)])
def test_nothing_is_lost_overlaps_or_leaves_the_page(rows: list[tuple[float, float, bool, int, int]]) -> None:
    outer = [Block(Ink("", 5)) for _ in range(4)]
    inner = {(o, i): Block() for o in range(4) for i in range(3)}
    bands: list[Band] = []
    for (height, before, heading, *place), following in zip(rows, [*rows, None][1:], strict=True):
        # a heading is small, and heads something of its own block that is no heading
        heads = heading and following is not None and following[3:] == tuple(place) and not following[2]
        blocks = outer[place[0]], inner[place[0], place[1]]
        bands.append(_band(min(height, 20) if heads else height, *blocks, before=before, heading=heads))
    pages = paginate(bands, DEPTH)
    assert [p.band for page in pages for p in page if not p.continued] == bands
    for page in pages:
        bottom = 0.0
        for placed in page:
            assert placed.y >= bottom - 1e-6
            bottom = placed.y + placed.band.height
        assert bottom <= DEPTH + 0.02
        if page is not pages[-1]:
            assert not page[-1].band.holds_next
