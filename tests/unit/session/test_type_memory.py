"""Type that was set before is lent to one rendering at a time, never changes the bytes, and is forgotten."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from planner.errors import InputError
from planner.record.consent import Audience
from planner.record.ids import JourneyId
from planner.session import FileJob, PrintOptions, Session
from planner.session.type_memory import TypeMemory
from planner.store.file_store import FileStore
from planner.store.vault import Vault

SAMPLE = JourneyId("sample")
MARCH = dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC)


@pytest.fixture
def session() -> Iterator[Session]:
    with Session.sample(clock=lambda: MARCH) as opened:
        yield opened


def test_the_next_rendering_gets_what_the_last_one_set() -> None:
    memory = TypeMemory()
    with memory.lend() as first:
        pass
    with memory.lend() as second:
        assert second is first


def test_a_rendering_beside_another_sets_its_own_type_and_leaves_the_first_its() -> None:
    memory = TypeMemory()
    with memory.lend() as first:
        pass
    with memory.lend() as again, memory.lend() as beside:
        assert again is first
        assert beside is not first
    with memory.lend() as last:
        assert last is first


def test_what_is_forgotten_while_it_is_lent_does_not_come_back() -> None:
    memory = TypeMemory()
    with memory.lend() as first:
        memory.forget()
    with memory.lend() as second:
        assert second is not first


def test_a_rendering_that_is_stopped_gives_back_what_it_was_lent() -> None:
    memory = TypeMemory()
    with memory.lend() as first:
        pass
    with pytest.raises(KeyError), memory.lend():
        raise KeyError
    with memory.lend() as second:
        assert second is first


def test_remembered_type_gives_the_same_bytes_on_any_thread(session: Session) -> None:
    options = PrintOptions(audience=Audience.DRIVER)
    fresh = replace(session.pdf_job(SAMPLE, options), memory=TypeMemory()).run()
    session.pdf_job(SAMPLE, PrintOptions(audience=Audience.HOTEL)).run()
    found: list[bytes] = []
    jobs = [session.pdf_job(SAMPLE, options) for _ in range(4)]
    threads = [threading.Thread(target=lambda job=job: found.append(job.run())) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [fresh] * 4


def test_closing_the_record_forgets_its_words(session: Session) -> None:
    session.pdf_job(SAMPLE, PrintOptions(audience=Audience.DRIVER)).run()
    memory = session.copies.memory
    with memory.lend() as before:
        pass
    session.close()
    with memory.lend() as after:
        assert after is not before


def test_attachments_too_large_for_a_file_are_refused_before_any_is_read(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.copies.issue(SAMPLE, PrintOptions(), recipients=[session.journey(SAMPLE).agency.name])

    def unread(*_arguments: object) -> bytes:
        pytest.fail("an attachment was read although they are too large together")

    monkeypatch.setattr("planner.export.journey_file.MAX_CONTENTS_BYTES", 1000)
    monkeypatch.setattr(FileStore, "read", unread)
    monkeypatch.setattr(Vault, "read_file", unread)
    with pytest.raises(InputError, match="larger than"):
        session.file_job(SAMPLE, with_attachments=True)
    assert session.file_job(SAMPLE).run()
    assert FileJob(session.journey(SAMPLE), {}).run()
