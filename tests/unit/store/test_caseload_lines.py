"""What journeys bring to the pages over all of them: kept as given, read by day, gone with their journey."""

from __future__ import annotations

import datetime as dt

from planner.message import N_
from planner.record.subject import Subject
from planner.store.caseload_lines import CaseloadShare, Claim, LineContent, LineKind, line
from planner.store.change_log import ChangeNote
from planner.store.saving import JourneyChange
from tests.builders import at, make_journey, text
from tests.unit.store.conftest import NOW

NOTE = ChangeNote(at=NOW, label=N_("Edit"))
DAY = dt.date(2026, 11, 24)


def content(what: str = "flight", **fields) -> LineContent:
    return LineContent(
        what=what, subject=Subject("leg", "l1", "departs"), title=text("Flight", "航班"), **fields
    )


def share(key: str, *lines, claims=()) -> CaseloadShare:
    return CaseloadShare(key, tuple(lines), tuple(claims))


def keep(vault, key: str, *lines, claims=()):
    journey = make_journey(id=key)
    vault.save([JourneyChange(None, journey, None, share(key, *lines, claims=claims))], NOTE)
    return journey


def test_a_line_comes_back_as_it_was(vault):
    kept = line("j1", LineKind.COMING, DAY, content(starts=at("2026-11-24 08:30"), place=text("Airport")))
    keep(vault, "j1", kept)
    (found,) = vault.lines.between((LineKind.COMING,), DAY, DAY, limit=9)
    assert found.content == content(starts=at("2026-11-24 08:30"), place=text("Airport"))
    assert (found.journey, found.kind, found.day, found.at) == ("j1", LineKind.COMING, DAY, kept.at)
    assert dt.datetime.fromtimestamp(found.at, dt.UTC) == dt.datetime(2026, 11, 24, 0, 30, tzinfo=dt.UTC)


def test_titles_may_be_sentences_with_values(vault):
    said = N_("{what} leaves on {day}", what="X1", day=DAY)
    told = LineContent(what="travel.gap", subject=Subject("leg", "l1"), title=said)
    keep(vault, "j1", line("j1", LineKind.BLOCKER, DAY, told))
    (found,) = vault.lines.of(["j1", "nobody"], LineKind.BLOCKER)
    assert found.content.title == said


def test_lines_are_found_by_kind_and_day_both_ends_included(vault):
    days = [DAY + dt.timedelta(n) for n in range(-2, 3)]
    keep(vault, "j1", *(line("j1", LineKind.DUE, day, content("task")) for day in days))
    keep(vault, "j2", line("j2", LineKind.COMING, DAY, content()))
    due = vault.lines.between((LineKind.DUE,), days[1], days[3], limit=9)
    assert [one.day for one in due] == days[1:4]
    both = vault.lines.between((LineKind.DUE, LineKind.COMING), DAY, DAY, limit=9)
    assert {one.journey for one in both} == {"j1", "j2"}
    assert [one.day for one in vault.lines.before(LineKind.DUE, DAY, limit=1)] == [days[1]]


def test_a_share_replaces_the_one_before_and_goes_with_its_journey(vault):
    journey = keep(vault, "j1", line("j1", LineKind.DUE, DAY, content()), claims=[Claim("contact c", 5, 9)])
    vault.put_summaries((), [share("j1")])
    assert vault.lines.of(["j1"], LineKind.DUE) == []
    vault.put_summaries((), [share("j1", line("j1", LineKind.DUE, DAY, content()))])
    vault.save([JourneyChange(journey, None)], NOTE)
    assert vault.lines.before(LineKind.DUE, DAY + dt.timedelta(1), limit=9) == []


def test_rivals_are_journeys_that_want_one_thing_within_the_time_apart(vault):
    hour = 3600
    start = 1_000_000
    for key, claimed, begins in (
        ("a", "contact c", start),
        ("b", "contact c", start + hour + 600),
        ("c", "contact c", start + 5 * hour),
        ("d", "contact other", start),
    ):
        keep(vault, key, claims=[Claim(claimed, begins, begins + hour)])

    def rivals(apart: int, of: str | None = None):
        return vault.lines.rivals(start - hour, start + 9 * hour, apart, of=of, limit=9)

    assert rivals(apart=500) == []
    assert rivals(apart=600) == [("a", "b")]
    assert rivals(apart=600, of="b") == [("a", "b")]
    assert rivals(apart=600, of="c") == []
    assert vault.lines.rivals(start + hour, start + 9 * hour, 600, limit=9) == [("a", "b")]


def test_what_always_holds_is_compared_whatever_the_time(vault):
    for key in ("a", "b"):
        keep(vault, key, claims=[Claim("passport NZL X1", 0, 0)])
    assert vault.lines.rivals(5, 9, 0, limit=9) == [("a", "b")]
