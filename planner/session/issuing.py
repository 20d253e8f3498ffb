"""Issuing a revision: prepared on the session's thread, made on any, recorded on the session's thread.

The paper, its SHA-256 and the journey it was made from are frozen together. What has changed is told by
building the itinerary of the last revision again, from its frozen journey, with the code of today: so a
sentence that is only worded otherwise now is no change of the plan.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from zoneinfo import ZoneInfo

from planner.edits.issuing import allow_copy, recipients
from planner.errors import InputError
from planner.itinerary.changes import with_changes
from planner.itinerary.item import Item, Itinerary, Standing
from planner.itinerary.ledger import issues_of
from planner.message import N_
from planner.record.consent import Audience
from planner.record.ids import AttachmentId, CaseManagerId, ContactId, IssueId, PlaceId, TravellerId
from planner.record.issue import Holder, Issue
from planner.record.journey import Journey
from planner.record.journey_document import SUFFIX
from planner.record.text import Text
from planner.record.thing import Attachment
from planner.record.when import When
from planner.reference.reference import Reference
from planner.session.days import days_of, office_zone
from planner.session.output import Cancel, FileJob, PdfJob, PrintOptions, Progress, allow, itinerary_of
from planner.session.type_memory import TypeMemory

_ON = (Standing.CONFIRMED, Standing.TO_BE_CONFIRMED)


@dataclass(frozen=True, slots=True)
class Frozen:
    """An earlier issue of the same copy and the journey file it was made from."""

    issue: Issue
    snapshot: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueJob:
    """Makes a numbered revision.

    ``replaces`` is the number of the last one of the same copy; ``earlier`` are those whose frozen journey
    the record holds, oldest first: a journey that came from a file may lack them.
    """

    journey: Journey
    options: PrintOptions
    reference: Reference
    itinerary: Itinerary
    stamped: dt.datetime
    recipients: tuple[Text, ...]
    by: CaseManagerId | None
    replaces: int | None
    earlier: tuple[Frozen, ...]
    memory: TypeMemory = field(default_factory=TypeMemory, compare=False, repr=False)
    logo: bytes = field(default=b"", repr=False)

    @classmethod
    def prepare(
        cls,
        journey: Journey,
        options: PrintOptions,
        reference: Reference,
        *,
        revision: int,
        now: dt.datetime,
        names: Iterable[Text] | None,
        by: CaseManagerId | None,
        read: Callable[[str], bytes | None],
        memory: TypeMemory | None = None,
        logo: bytes = b"",
    ) -> IssueJob:
        """``now`` is zone-aware; ``read`` gives an attached file by its SHA-256, if it is there. With
        ``names`` ``None`` nobody receives it yet: ``IssuedCopy.handed_to`` names them.

        Raises: Refused when the audience may have no copy or one of ``names`` may not be given it, InputError
        when nobody receives it, StoreError when an earlier snapshot is damaged.
        """
        given = recipients(names) if names is not None else ()
        there, at_office = days_of(journey, now)
        itinerary = itinerary_of(journey, options, there, reference, revision, made_on=at_office)
        allow(journey, itinerary)
        allow_copy(journey, itinerary.audience, given, at_office, itinerary.recipient)
        issues = issues_of(journey, options.audience, itinerary.reader, itinerary.recipient)
        return cls(
            journey=journey,
            options=replace(options, languages=itinerary.languages),
            reference=reference,
            itinerary=itinerary,
            stamped=now.astimezone(dt.UTC),
            recipients=given,
            by=by,
            replaces=issues[-1].revision if issues else None,
            earlier=tuple(Frozen(issue, found) for issue in issues if (found := snapshot_of(issue, read))),
            memory=memory or TypeMemory(),
            logo=logo,
        )

    @property
    def revision(self) -> int:
        """The number of the revision."""
        assert self.itinerary.revision is not None
        return self.itinerary.revision

    def run(self, progress: Progress = lambda done: None, cancelled: Cancel = lambda: False) -> IssuedCopy:
        """The revision, ready to be recorded. Raises: Cancelled when ``cancelled`` says so."""
        told = [self._told(frozen) for frozen in self.earlier]
        itinerary = with_changes(self.itinerary, told[-1]) if told else self.itinerary
        still = _still_in_calendars(told, itinerary)
        pdf = PdfJob(itinerary, self.options, self.stamped, still, self.memory, self.logo)
        return IssuedCopy(self, itinerary, pdf.run(progress, cancelled), FileJob(self.journey, {}).run())

    def _told(self, frozen: Frozen) -> Itinerary:
        """What an earlier revision told, in the words of today."""
        return told_by(frozen, self.options, self.reference)


@dataclass(frozen=True, slots=True)
class IssuedCopy:
    """A revision that was made: what it tells, the PDF, and the journey file it was made from."""

    job: IssueJob
    itinerary: Itinerary
    pdf: bytes
    snapshot: bytes

    def handed_to(self, names: Iterable[Text]) -> IssuedCopy:
        """The same paper, for those who receive it.

        Raises: InputError when nobody is named, Refused when one of them may not be given it.
        """
        given, told = recipients(names), self.itinerary
        allow_copy(self.job.journey, told.audience, given, told.made_on, told.recipient)
        return replace(self, job=replace(self.job, recipients=given))

    def issue(self, new_id: Callable[[], str]) -> Issue:
        """It as a thing of the record, held by those who receive it. Raises: InputError when nobody does."""
        recipients(self.job.recipients)
        job, told = self.job, self.itinerary
        zone = office_zone(job.journey)
        local = job.stamped.astimezone(ZoneInfo(zone))
        issued = When(
            date=local.date(),
            time=local.time().replace(second=0, microsecond=0, fold=0),
            zone=zone,
            fold=local.fold,
        )
        stem = f"revision-{job.revision}-{told.audience.value}"
        pdf = _attachment(new_id(), f"{stem}.pdf", "application/pdf", self.pdf, issued.date)
        snapshot = _attachment(
            new_id(), _snapshot_name(job.revision), "application/json", self.snapshot, issued.date
        )
        by_contact = told.audience is Audience.DRIVER
        return Issue(
            id=IssueId(new_id()),
            attachments=(pdf, snapshot),
            revision=job.revision,
            issued=issued,
            audience=told.audience,
            reader=TravellerId(told.reader) if told.reader else None,
            recipient_place=PlaceId(told.recipient) if told.recipient and not by_contact else None,
            recipient_contact=ContactId(told.recipient) if told.recipient and by_contact else None,
            languages=told.languages,
            paper=job.options.paper,
            large_print=job.options.large_print,
            sha256=pdf.sha256,
            snapshot=snapshot.id,
            pdf=pdf.id,
            issued_by=job.by,
            replaces=job.replaces,
            holders=tuple(Holder(name=name, given_on=issued.date) for name in job.recipients),
        )


def told_by(frozen: Frozen, options: PrintOptions, reference: Reference) -> Itinerary:
    """What an issued revision told, in the words of today. Raises: InputError for a damaged journey file."""
    from planner.imports.journey_file import read

    issue = frozen.issue
    journey = read(frozen.snapshot, _snapshot_name(issue.revision), frozen=True).journey
    options = replace(options, audience=issue.audience, reader=issue.reader or "", recipient=issue.recipient)
    there = issue.issued.seen_from(journey.zone) or issue.issued
    made_on = issue.issued.date
    return itinerary_of(journey, options, there.date, reference, issue.revision, made_on=made_on)


def pdf_of(issue: Issue, read: Callable[[str], bytes | None]) -> bytes:
    """An issue's PDF, as it was handed out. Raises: InputError when the record does not hold it."""
    if (found := _contents(issue, issue.pdf, read)) is None:
        raise InputError(N_("The PDF of revision {number} is not in the record.", number=issue.revision))
    return found


def snapshot_of(issue: Issue, read: Callable[[str], bytes | None]) -> bytes | None:
    """The journey file an issue was made from; ``None`` when the record does not hold it."""
    return _contents(issue, issue.snapshot, read)


def _contents(
    issue: Issue, attachment: AttachmentId | None, read: Callable[[str], bytes | None]
) -> bytes | None:
    named = (one.sha256 for one in issue.attachments if one.id == attachment)
    return next((read(sha) for sha in named), None)


def _still_in_calendars(told: list[Itinerary], now: Itinerary) -> Itinerary | None:
    """All that earlier revisions put into calendars and that is still to come, as one itinerary.

    Whoever took one revision's calendar file and missed the next must not keep what went in between.
    """
    if not told:
        return None
    once = {item.key: item for one in told for item in _items(one)}
    ahead = (item for item in once.values() if item.on >= now.made_on and item.standing in _ON)
    return replace(told[-1], before=tuple(ahead), days=(), after=())


def _items(told: Itinerary) -> Iterator[Item]:
    yield from told.before
    for day in told.days:
        yield from day.items
    yield from told.after


def _attachment(id: str, name: str, media_type: str, data: bytes, day: dt.date) -> Attachment:
    return Attachment(
        id=AttachmentId(id),
        name=name,
        media_type=media_type,
        size_bytes=len(data),
        sha256=sha256(data).hexdigest(),
        added_on=day,
    )


def _snapshot_name(revision: int) -> str:
    return f"revision-{revision}{SUFFIX}"
