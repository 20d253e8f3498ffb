"""Who is erased is nowhere any more: not in a page, not in the search, not in the log, not in a file."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from planner.edits.edit import Edit, NewJourney
from planner.edits.forgetting import names_of, strings_in, without_traveller
from planner.errors import InputError
from planner.message import N_
from planner.record import integrity
from planner.record.ids import JourneyId
from planner.record.shape import Kind, parts
from planner.session import Draft, PrintOptions, Session
from planner.session.importing import sample_clock, sample_file
from planner.store.event import EventKind
from planner.store.key_wrap import KeyCost
from planner.store.vault import Vault
from tests.builders import generated_journeys, text

CHEAP = KeyCost(memory_kib=64, passes=1, lanes=1)
_SHORTEST = 5
_PAGE, _RESERVED = 4096, 80


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    vault = Vault.create(tmp_path / "record", "a long passphrase", cost=CHEAP)
    with Session(vault, sample_clock()) as session:
        session.import_file(sample_file())
        yield session


def pages(session: Session) -> bytes:
    """Every page on the disk, decrypted: of the database, its free pages included, and of its log file.

    SQLCipher 4: AES-256-CBC by pages, the last 80 bytes of each are its IV and HMAC; the first page begins
    with 16 bytes of salt. https://www.zetetic.net/sqlcipher/design/
    """
    key = session._vault.eraser.data_key  # noqa: SLF001

    def plain(page: bytes, skip: int) -> bytes:
        end = len(page) - _RESERVED
        cipher = Cipher(algorithms.AES(key), modes.CBC(page[end : end + 16])).decryptor()
        return cipher.update(page[skip:end])

    database = (session.folder / "record.db").read_bytes()
    log = (session.folder / "record.db-wal").read_bytes()[32:]
    frames = [log[at + 24 : at + 24 + _PAGE] for at in range(0, len(log), 24 + _PAGE)]
    found = [plain(database[at : at + _PAGE], 16 if at == 0 else 0) for at in range(0, len(database), _PAGE)]
    found += [plain(frame, 0) for frame in frames]
    return b"".join(found)


def search_words(session: Session) -> set[str]:
    """Every term of the search index."""
    db = session._vault._db  # noqa: SLF001
    db.conn.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, journey_words, row)")
    return {row[0] for row in db.conn.execute("SELECT term FROM temp.terms")}


def strings_of(value: object) -> set[str]:
    """Every string of the record long enough to be found only where it was put."""
    return {word for word in strings_in(value) if len(word.encode()) >= _SHORTEST}


def told_of(content: bytes, words: set[str]) -> set[str]:
    return {
        word
        for word in words
        for encoding in ("utf-8", "utf-16-le")
        if word.encode(encoding) in content or json.dumps(word)[1:-1].encode() in content
    }


def test_an_erased_journey_is_nowhere_any_more(session):
    (key,) = session.journey_ids()
    session.run(NewJourney(N_("Another"), next(generated_journeys(1, seed=5))))
    session.run(Edit(N_("Note"), key, lambda journey: replace(journey, notes="zebra crossing 7731")))
    session.copies.issue(key, PrintOptions(), recipients=[text("Anna Maria Eriksson")])
    session.accountability.viewed(key)
    journey = session.journey(key)
    other = next(one for one in session.journey_ids() if one != key)
    stays = "\n".join(strings_of(session.journey(other)) | strings_of(session.directory()))
    words = {word for word in strings_of(journey) if word not in stays}
    assert len(words) > 100
    assert told_of(pages(session), words) > {"zebra crossing 7731", journey.patient.surname}
    name = journey.patient.full_name
    certificate = session.erasure.erase(key, typed=f"  {name.lower()} ")
    assert session.erasure.overwrite_job().run() == 0
    assert told_of(pages(session), words) == set()
    assert journey.patient.surname.casefold() not in search_words(session)
    assert session.find_journeys(journey.patient.surname) == []
    assert session.journey_ids() == [other]
    assert session.undo_label is None
    assert certificate.rows > 200
    assert certificate.files == 2
    assert certificate.events > 2
    assert name not in certificate.as_json()
    assert session.accountability.verify().is_whole
    with pytest.raises(InputError):
        session.journey(key)


def test_the_log_keeps_that_something_was_done_and_says_who_erased(session):
    (key,) = session.journey_ids()
    session.accountability.viewed(key)
    session.erasure.erase(key, typed=session.erasure.preview(key).to_type)
    events = session.accountability.events()
    assert [event.kind for event in events[:2]] == [EventKind.ERASE, EventKind.VIEW]
    assert events[1].erased
    assert events[1].journey is None
    assert not events[0].erased
    (certificate,) = session.erasure.certificates()
    assert certificate.digest == events[0].digest
    assert len(certificate.lines("somebody")) == 7


def test_the_wrong_name_erases_nothing(session):
    (key,) = session.journey_ids()
    before = len(session.accountability.events())
    with pytest.raises(InputError, match="nothing was erased"):
        session.erasure.erase(key, typed="yes")
    assert session.journey_ids() == [key]
    assert len(session.accountability.events()) == before


def test_an_erased_companion_is_nowhere_and_the_patient_s_journey_holds_together(session):
    (key,) = session.journey_ids()
    journey = session.journey(key)
    companion = journey.companions[0]
    session.run(
        Edit(N_("Note"), key, lambda one: replace(one, notes=f"Ring {companion.full_name} before noon."))
    )
    session.copies.issue(key, PrintOptions(), recipients=[text(companion.full_name)])
    journey = session.journey(key)
    preview = session.erasure.preview(key, companion.id)
    assert (preview.person, preview.to_type) == (companion.id, companion.full_name)
    assert 3 < preview.things < 60
    session.erasure.erase(key, companion.id, typed=companion.full_name)
    session.erasure.overwrite_job().run()
    after = session.journey(key)
    assert integrity.problems(after) == ()
    assert after.companions == ()
    daughter = journey.patient.emergency_contacts[1:]
    assert after.patient == replace(journey.patient, emergency_contacts=daughter)
    assert len(after.legs) == len(journey.legs)
    assert after.notes == "Ring … before noon."
    assert after.issues[0].pdf is None
    stays = "\n".join(strings_of(after) | strings_of(session.directory()))
    own = {word for word in strings_of(companion) if word not in stays}
    assert companion.given_names in own
    assert not any(names_of(companion, [journey.patient]) & strings_of(one) for one in after.travellers)
    left = told_of(pages(session), own)
    assert left == set()
    assert session.accountability.verify().is_whole


def begun(key: str, **values: str) -> Draft:
    """A journey that is only begun, as the page of a new journey keeps it."""
    named = {f"traveller.{name}": one for name, one in values.items()}
    return Draft(key=key, kept_at=dt.datetime(2027, 4, 1, tzinfo=dt.UTC), values=named)


def test_drafts_that_name_the_erased_go_wherever_they_belong_and_others_stay(session):
    (key,) = session.journey_ids()
    patient = session.journey(key).patient
    surname, given = patient.surname, patient.given_names
    drafts = (
        begun("same", surname=surname.lower(), given_names=given.upper()),
        begun("surname-alone", surname=surname),
        begun("another-of-the-name", surname=surname, given_names="Somebody Else"),
        begun("another", surname="SPECIMEN", given_names=given),
        replace(begun("own"), journey=key, values={"notes": "ring back"}),
        replace(begun("entry"), typed={"name": (f"{given} {surname}, home",)}),
    )
    for one in drafts:
        session.drafts.keep(one)
    session.erasure.erase(key, typed=patient.full_name)
    assert {one.key for one in session.drafts.all()} == {"another-of-the-name", "another"}
    session.drafts.drop("another-of-the-name")  # it holds the surname, of somebody who is not erased
    session.erasure.overwrite_job().run()
    assert told_of(pages(session), {surname, f"{given} {surname}"}) == set()


def test_with_a_companion_go_the_drafts_about_them_and_no_other_of_the_journey(session):
    (key,) = session.journey_ids()
    journey = session.journey(key)
    companion = journey.companions[0]
    about = replace(begun(companion.id), journey=key, typed={"born_on": ("31 Feb",)})
    within = replace(begun("new-passport"), journey=key, kind="Passport", under=companion.id)
    other = replace(begun(journey.patient.id), journey=key, typed={"born_on": ("30 Feb",)})
    for one in (about, within, other):
        session.drafts.keep(one)
    session.erasure.erase(key, companion.id, typed=companion.full_name)
    assert [one.key for one in session.drafts.all()] == [journey.patient.id]


def test_older_backups_are_named_and_cleared_only_once_a_new_one_is_whole(session):
    from planner.store.backup import BackupJob

    (key,) = session.journey_ids()
    vault = session._vault  # noqa: SLF001
    day = session.now() - dt.timedelta(days=1)
    BackupJob(folder=session.folder, data_key=vault.eraser.data_key, now=day, reason="timer").run()
    preview = session.erasure.preview(key)
    assert len(preview.backups) == 1
    certificate = session.erasure.erase(key, typed=preview.to_type)
    assert certificate.backups == 1
    assert session.erasure.overwrite_job(clear_backups=True).run() == 1
    (kept,) = session.erasure.backups()
    assert "after-erasing" in kept


def test_attached_files_of_the_erased_are_gone_and_others_stay(session):
    (key,) = session.journey_ids()
    vault = session._vault  # noqa: SLF001
    session.copies.issue(key, PrintOptions(), recipients=[text("Anna Maria Eriksson")])
    sha = session.journey(key).issues[0].attachments[0].sha256
    vault.add_files([io.BytesIO(b"belongs to nobody yet")])
    session.erasure.erase(key, typed=session.erasure.preview(key).to_type)
    assert not vault.files.has(sha)


def test_a_journey_still_to_be_kept_says_so(session):
    (key,) = session.journey_ids()
    until = session.today("Asia/Shanghai") + dt.timedelta(days=30)
    session.run(Edit(N_("Keep"), key, lambda journey: replace(journey, retain_until=until)))
    assert session.erasure.preview(key).kept_until == until


@pytest.mark.parametrize("seed", range(12))
def test_without_anyone_of_its_people_a_journey_still_holds_together(seed):
    journey = next(generated_journeys(1, seed=seed))
    for traveller in journey.travellers:
        left = without_traveller(journey, traveller.id)
        assert integrity.problems(left) == ()
        assert traveller.id not in {one.id for one in left.travellers}
        assert not list(_references_to(left, traveller.id))


def _references_to(value: object, gone: str) -> Iterator[str]:
    for shape, held in parts(value):
        if held is None:
            continue
        for one in held if shape.many else (held,):
            if shape.kind is Kind.REFERENCE and one == gone:
                yield shape.name
            elif shape.kind is Kind.VALUE:
                yield from _references_to(one, gone)


def test_somebody_unknown_cannot_be_erased(session):
    (key,) = session.journey_ids()
    with pytest.raises(InputError, match="no traveller"):
        session.erasure.preview(key, "nobody")
    with pytest.raises(InputError):
        session.erasure.preview(JourneyId("nothing"))
