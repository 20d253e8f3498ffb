"""What a form is open for is marked in its section, in view, and the tab of that section is lit."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from planner.record.document import Document
from planner.record.journey import Journey
from ui.journey.journey_page import JourneyPage
from ui.journey.marked_row import innermost_first


def sent(journey: Journey) -> Document:
    return next(one for one in journey.documents if one.sendings)


def ids_by_section(journey: Journey) -> dict[str, str]:
    """A thing of each section: told of in facts, among rows, folded away, or within another."""
    return {
        "people": journey.travellers[-1].id,
        "documents": sent(journey).sendings[0].id,
        "visa": journey.visas[-1].id,
        "travel": journey.legs[0].id,
        "appointments": journey.mdt_meetings[0].id,
        "course": journey.courses[0].fractions[0].id,
        "money": journey.estimate[-1].id,
        "consent": journey.consents[0].id,
    }


def test_the_thing_opened_is_marked_and_in_view_and_its_tab_is_lit(page: JourneyPage, qtbot: QtBot) -> None:
    assert page.journey is not None
    for section, id in ids_by_section(page.journey).items():
        assert page.open_thing(id)
        nearest = innermost_first(page.journey, id)

        def is_shown(section: str = section, nearest: tuple[str, ...] = nearest) -> bool:
            rows = (page.cards[section].row_of(one) for one in nearest)
            row = next((one for one in rows if one is not None), None)
            place = row.mapTo(page, row.rect().topLeft()).y() if row is not None else -1
            return page.tabs.key == section and page.top_of_reading <= place < page.height()

        qtbot.waitUntil(is_shown)


def test_its_tab_stays_lit_while_it_is_in_view_until_another_is_chosen(
    page: JourneyPage, qtbot: QtBot
) -> None:
    assert page.journey is not None
    id = page.journey.legs[0].id
    assert page.open_thing(id)
    qtbot.waitUntil(lambda: page.tabs.key == "travel")
    row = page.cards["travel"].row_of(id)
    assert row is not None
    assert row.property("current") == "true"
    bar = page.area.verticalScrollBar()
    bar.setValue(bar.value() - 100)  # the section before it is at the top edge
    assert page.tabs.key == "travel"
    bar.setValue(bar.value() - page.area.height())  # and now it is out of view
    assert page.tabs.key != "travel"
    page.tabs.button("visa").click()
    qtbot.waitUntil(lambda: not page.area.is_going)
    bar.setValue(bar.value() + 1)
    assert page.tabs.key == "visa"


def test_what_has_no_row_of_its_own_is_marked_in_that_of_what_it_belongs_to(page: JourneyPage) -> None:
    assert page.journey is not None
    document = sent(page.journey)
    assert innermost_first(page.journey, document.sendings[0].id) == (document.sendings[0].id, document.id)
    assert innermost_first(page.journey, page.journey.id) == (page.journey.id,)
    assert innermost_first(page.journey, "nothing") == ()
