"""What leaves the record, as work that any thread may do: it holds frozen values and no door to the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from planner.errors import Cancelled, Refused
from planner.i18n import printable_locales
from planner.itinerary.audience import refusal
from planner.itinerary.build import build
from planner.itinerary.item import Item, Itinerary
from planner.message import N_
from planner.record.consent import Audience
from planner.record.journey import Journey
from planner.reference.reference import Reference
from planner.session.type_memory import TypeMemory
from planner.store.file_store import FileStore

#: Told how much is done, from 0 to 1.
Progress = Callable[[float], None]
#: Asked now and then whether to stop.
Cancel = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """How a copy is made. Empty ``languages``: the journey's; ``reader``, ``recipient`` as in ``build``."""

    audience: Audience = Audience.PATIENT
    languages: tuple[str, ...] = ()
    paper: str = "A4"
    large_print: bool = False
    reader: str = ""
    recipient: str = ""


def itinerary_of(
    journey: Journey,
    options: PrintOptions,
    today: dt.date,
    reference: Reference,
    revision: int | None = None,
    items: tuple[Item, ...] | None = None,
    made_on: dt.date | None = None,
) -> Itinerary:
    """What the audience of ``options`` is shown of ``journey`` on ``today``, allowed or not; as ``build``."""
    return build(
        journey,
        options.audience,
        today=today,
        made_on=made_on,
        calendar=reference.calendars.of(journey.country),
        revision=revision,
        languages=printable_locales(options.languages or journey.languages),
        reader=options.reader,
        recipient=options.recipient,
        items=items,
    )


@dataclass(frozen=True, slots=True)
class CalendarJob:
    """Makes the calendar file of an itinerary."""

    itinerary: Itinerary
    stamped: dt.datetime
    replaces: Itinerary | None = None
    """What earlier revisions told; the calendar cancels of it what is told no longer."""

    @classmethod
    def prepare(cls, journey: Journey, itinerary: Itinerary, stamped: dt.datetime) -> CalendarJob:
        """``stamped`` (zone-aware) is when. Raises: Refused when the audience may have no copy."""
        allow(journey, itinerary)
        return cls(itinerary, stamped)

    def run(self) -> bytes:
        """The ``.ics`` file."""
        from planner.export.ics import itinerary_ics

        return itinerary_ics(self.itinerary, stamped=self.stamped, replaces=self.replaces)


@dataclass(frozen=True, slots=True)
class PdfJob:
    """Makes the PDF of an itinerary, the calendar file embedded in it."""

    itinerary: Itinerary
    options: PrintOptions
    stamped: dt.datetime
    replaces: Itinerary | None = None
    """As for ``CalendarJob``."""
    memory: TypeMemory = field(default_factory=TypeMemory, compare=False, repr=False)
    """Type that was set before; none unless given."""
    logo: bytes = field(default=b"", repr=False)
    """The agency's, made ready for paper."""

    @classmethod
    def prepare(
        cls,
        journey: Journey,
        itinerary: Itinerary,
        options: PrintOptions,
        stamped: dt.datetime,
        memory: TypeMemory | None = None,
        logo: bytes = b"",
    ) -> PdfJob:
        """As ``CalendarJob.prepare``."""
        allow(journey, itinerary)
        return cls(itinerary, options, stamped, memory=memory or TypeMemory(), logo=logo)

    def run(self, progress: Progress = lambda done: None, cancelled: Cancel = lambda: False) -> bytes:
        """The PDF file. Raises: Cancelled when ``cancelled`` says so."""
        from planner.export.pdf import document as pdf
        from planner.export.pdf.metadata import EmbeddedFile
        from planner.export.pdf.paper import Paper

        def step(page: int, pages: int) -> None:
            if cancelled():
                raise Cancelled(N_("Printing was cancelled; no file was made."))
            progress(page / pages if pages else 1.0)

        calendar = EmbeddedFile(
            name="itinerary.ics",
            media_type="text/calendar",
            data=CalendarJob(self.itinerary, self.stamped, self.replaces).run(),
            description=str(self.itinerary.title),
        )
        options = pdf.PrintOptions(
            paper=Paper(self.options.paper),
            large_print=self.options.large_print,
            files=(calendar,),
            logo=self.logo,
        )
        with self.memory.lend() as compositor:
            return pdf.render(
                self.itinerary, options, made_at=self.stamped, compositor=compositor, progress=step
            )


@dataclass(frozen=True, slots=True)
class FileJob:
    """Writes a whole journey as a journey file."""

    journey: Journey
    contents: Mapping[str, bytes]

    @classmethod
    def prepare(cls, journey: Journey, files: FileStore | None) -> FileJob:
        """With the contents of every attachment that ``files`` holds, if given.

        Raises: InputError when they are more than a journey file may hold; none is read then.
        """
        from planner.export.journey_file import check_contents
        from planner.record.attached import attachments

        if files is None:
            return cls(journey, {})
        held = {sha: size for a in attachments(journey) if (size := files.size(sha := a.sha256)) is not None}
        check_contents(held.values())
        return cls(journey, {sha: files.read(sha) for sha in sorted(held)})

    def run(self) -> bytes:
        """The journey file."""
        from planner.export.journey_file import write

        return write(self.journey, self.contents)


def allow(journey: Journey, itinerary: Itinerary) -> None:
    """Let a copy be made for the audience of ``itinerary``. Raises: Refused, with the reason why not."""
    reason = refusal(journey, itinerary.audience, itinerary.made_on, itinerary.recipient)
    if reason is not None:
        raise Refused(reason, N_("Enter the consent, or choose another audience."))
