"""The log of the record: everything is told, in order, chained, and nobody changes it unnoticed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
import sqlcipher3
from sqlite_utils import Database

from planner.message import N_
from planner.record.consent import Audience, Disclosure, DisclosureKind
from planner.record.ids import DisclosureId, IssueId
from planner.record.issue import Issue
from planner.store.change_log import ChangeKind, ChangeNote
from planner.store.event import Event, EventKind
from planner.store.file_names import ANCHOR_NAME, KEY_FILE_NAME
from planner.store.migrations import record_migrations
from planner.store.saving import JourneyChange
from planner.store.vault import Vault
from tests.builders import at, make_journey, text
from tests.unit.store.conftest import CHEAP, NOW, PASSPHRASE

NOTE = ChangeNote(at=NOW, label=N_("Edit"), who="manager-1")
LATER = NOW + dt.timedelta(hours=1)


@pytest.fixture
def told(folder, connections):
    """A vault with three edits and an opening in its log, and its connection."""
    with Vault.create(folder, PASSPHRASE, cost=CHEAP) as vault:
        journey = make_journey(id="j1")
        vault.save([JourneyChange(None, journey)], NOTE)
        vault.events.add(Event(at=NOW, kind=EventKind.OPEN, who="manager-1"))
        for reference in ("A", "B"):
            after = replace(journey, reference=reference)
            vault.save([JourneyChange(journey, after)], replace(NOTE, at=LATER, who="manager-2"))
            journey = after
        yield vault, connections[-1].db


def tampered(db: Database, *statements: str) -> None:
    """Change the log as somebody would who has the key and knows SQL."""
    triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f'DROP TRIGGER "{name}"')
    db.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        db.execute(statement)
    for _, sql in triggers:
        db.execute(sql)


def test_every_edit_is_an_event_with_what_it_changed(told):
    vault, _ = told
    last, *_, first = vault.events.latest()
    assert (first.number, first.kind, first.journey, first.label) == (1, EventKind.EDIT, "j1", N_("Edit"))
    assert (last.number, last.who, last.at) == (4, "manager-2", LATER)
    assert [(change.field, change.old, change.new) for change in last.fields] == [("reference", "A", "B")]
    assert vault.events.verify().is_whole
    assert vault.events.verify().events == 4


def test_the_log_can_be_narrowed(told):
    vault, _ = told
    numbers = lambda **wanted: [event.number for event in vault.events.latest(**wanted)]  # noqa: E731
    assert numbers(journey="j1") == [4, 3, 1]
    assert numbers(kinds=(EventKind.OPEN,)) == [2]
    assert numbers(who="manager-2") == [4, 3]
    assert numbers(since=LATER) == [4, 3]
    assert numbers(until=LATER) == [2, 1]
    assert numbers(before=3, limit=1) == [2]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET who = 'nobody' WHERE number = 1",
        "UPDATE event_contents SET details = '{}' WHERE event = 2",
        "UPDATE change_log SET label = '{}' WHERE number = 1",
        "DELETE FROM event WHERE number = 4",
        "DELETE FROM event_contents WHERE event = 1",
        "DELETE FROM change_log",
        "INSERT INTO event SELECT 9, at, kind, who, NULL, contents, digest FROM event WHERE number = 2",
        "INSERT OR REPLACE INTO event SELECT 2, at, kind, who, NULL, contents, digest FROM event "
        "WHERE number = 1",
        "INSERT OR REPLACE INTO event_contents SELECT 2, salt, journey, details FROM event_contents "
        "WHERE event = 1",
    ],
)
def test_the_tables_refuse_to_be_rewritten(told, statement):
    vault, db = told
    with pytest.raises(sqlcipher3.IntegrityError, match=r"log|gap"):
        db.execute(statement)
    assert vault.events.verify().is_whole


@pytest.mark.parametrize(
    ("statement", "broken", "words"),
    [
        ("UPDATE event SET who = 'nobody' WHERE number = 2", 2, "Event 2 of the log was changed"),
        ("UPDATE event SET at = '2026-11-23T09:29:00.000+00:00' WHERE number = 1", 1, "Event 1"),
        ("UPDATE event_contents SET details = '{\"a\":1}' WHERE event = 2", 2, "What event 2"),
        ("UPDATE event_contents SET journey = 'j2' WHERE event = 3", 3, "What event 3"),
        ("UPDATE change_log SET fields = '[]' WHERE number = 2", 3, "What event 3"),
        ('UPDATE change_log SET label = \'{"msgid":"x"}\' WHERE number = 1', 1, "What event 1"),
        ("DELETE FROM event WHERE number = 2", 2, "Event 2 is missing"),
        ("DELETE FROM event_contents WHERE event = 2", 2, "no erasure explains it"),
        ("UPDATE event SET digest = zeroblob(32) WHERE number = 4", 4, "Event 4"),
        (
            "INSERT INTO change_log SELECT 99, 99, at, who, kind, journey, label, fields FROM change_log "
            "WHERE number = 1",
            99,
            "slipped into",
        ),
    ],
)
def test_who_rewrites_it_all_the_same_is_found_out(told, statement, broken, words):
    vault, db = told
    tampered(db, statement)
    found = vault.events.verify()
    assert (found.broken, found.is_whole) == (broken, False)
    assert words in str(found.fault)


def test_an_end_cut_off_is_noticed_after_the_next_closing(told, folder):
    vault, _ = told
    vault.close()
    with Vault.open(folder, PASSPHRASE, now=NOW) as again:
        tampered(
            again._db,  # noqa: SLF001
            "DELETE FROM event WHERE number > 2",
            "DELETE FROM event_contents WHERE event > 2",
            "DELETE FROM change_log WHERE number > 1",
        )
        found = again.events.verify()
        assert (found.broken, found.events) == (3, 2)
        assert str(found.fault) == "The log ends with event 2, but it had 4 when the record was last closed."
        again.events.add(*(Event(at=NOW, kind=EventKind.OPEN) for _ in range(3)))
        assert "written anew up to event 4" in str(again.events.verify().fault)
    with Vault.open(folder, PASSPHRASE, now=NOW) as again:
        assert not again.events.verify().is_whole, "closing must not cover it up"


def test_what_was_put_back_on_purpose_is_whole_when_the_log_says_so(told, folder):
    vault, _ = told
    number, digest = vault.events.head()
    vault.close()
    with Vault.open(folder, PASSPHRASE, now=NOW) as again:
        cut = ("DELETE FROM event WHERE number > 3", "DELETE FROM event_contents WHERE event > 3")
        tampered(again._db, *cut, "DELETE FROM change_log WHERE number > 2")  # noqa: SLF001
        details = {"replaced_events": number, "replaced_digest": digest}
        again.events.add(Event(at=NOW, kind=EventKind.RESTORE, details=details))
        assert again.events.verify().is_whole
    with Vault.open(folder, PASSPHRASE, now=NOW) as again:
        assert again.events.verify().is_whole


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"[]", b'{"events": 1, "digest": "00", "seal": "x"}', b"{" * 9000]
)
def test_a_forged_or_damaged_anchor_is_told(told, folder, damage):
    vault, _ = told
    vault.close()
    (folder / ANCHOR_NAME).write_bytes(damage)
    with Vault.open(folder, PASSPHRASE, now=NOW) as again:
        assert ANCHOR_NAME in str(again.events.verify().fault)


def test_issues_and_disclosures_are_told_by_whatever_edit_adds_them(vault):
    journey = make_journey(id="j1")
    vault.save([JourneyChange(None, journey)], replace(NOTE, kind=ChangeKind.IMPORT))
    issue = Issue(id=IssueId("i1"), revision=1, issued=at("2026-11-23 10:00"), audience=Audience.PATIENT)
    given = tuple(
        Disclosure(
            id=DisclosureId(f"d{number}"),
            kind=DisclosureKind.PRINT,
            at=at("2026-11-23 10:00"),
            audience=Audience.PATIENT,
            recipient_name=text("Ana Fictional", "安娜"),
            issue=issue.id,
            revision=1,
        )
        for number in (1, 2)  # under two consents, still one hand
    )
    after = replace(journey, issues=(issue,), disclosures=given)
    vault.save([JourneyChange(journey, after)], NOTE)
    printed, issued, *_ = vault.events.latest()
    assert (issued.kind, issued.details["revision"]) == (EventKind.ISSUE, 1)
    assert (printed.kind, printed.journey) == (EventKind.PRINT, "j1")
    assert printed.details["recipient_name"]
    assert printed.details["audience"] == "patient"
    vault.save([JourneyChange(after, journey)], replace(NOTE, kind=ChangeKind.UNDO))
    vault.save([JourneyChange(journey, after)], replace(NOTE, kind=ChangeKind.REDO))
    kinds = [event.kind for event in vault.events.latest()]
    assert kinds[:2] == [EventKind.REDO, EventKind.UNDO]
    assert kinds.count(EventKind.PRINT) == 1


def test_an_edit_that_fails_leaves_no_event(vault, monkeypatch):
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("planner.store.journey_store.JourneyStore.save", fail)
    with pytest.raises(RuntimeError):
        vault.save([JourneyChange(None, make_journey(id="j1"))], NOTE)
    assert vault.events.latest() == []


def test_edits_logged_by_earlier_programs_get_their_events():
    connection = sqlcipher3.connect(":memory:", isolation_level=None)
    db = Database(connection, execute_plugins=False)
    record_migrations().apply(db, stop_before="accountability")
    for number, journey in enumerate(("'j1'", "NULL", "'j1'"), start=1):
        db.execute(
            f"INSERT INTO change_log VALUES ({number}, {number}, '2026-11-0{number}T09:00:00.000+00:00', "
            f"'m', 'edit', {journey}, '{{\"msgid\":\"Edit\"}}', '[]')"
        )
    record_migrations().apply(db)
    from planner.store.event_check import check_log
    from planner.store.event_log import EventLog

    assert check_log(db, None).is_whole
    assert [event.number for event in EventLog(db).latest(journey="j1")] == [3, 1]
    connection.close()


def test_the_key_file_and_the_anchor_are_all_that_is_readable(told, folder):
    vault, _ = told
    vault.close()
    assert b"j1" not in (folder / ANCHOR_NAME).read_bytes()
    assert (folder / KEY_FILE_NAME).is_file()
