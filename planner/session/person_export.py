"""Everything about one person, in a folder or a zip for them to keep: what they have a right to get.

::

    READ ME.txt                what this is, and that it is not encrypted
    journey.journey.json       the journey without the others who travel (docs/file-format.md)
    issued/revision-3.pdf      every copy that told of the person, as it was handed out
    attachments/               every attached file of theirs
    report.txt, report.json    who saw, changed and got their data, and when
"""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from planner.edits.forgetting import names_of, redacted, without_traveller
from planner.errors import Cancelled, StoreError
from planner.itinerary.audience import SIGHTS
from planner.itinerary.disclosure import journey_leaving
from planner.message import N_, Message
from planner.record.attached import attachments
from planner.record.consent import Audience, DisclosureKind
from planner.record.journey import Journey
from planner.record.journey_document import SUFFIX
from planner.record.traveller import Traveller, TravellerRole
from planner.session.person_report import PersonReport, find_traveller
from planner.store.event import EventKind

if TYPE_CHECKING:
    from planner.i18n import Translator
    from planner.session.session import Session
    from planner.store.vault import Vault

JOURNEY_NAME = f"journey{SUFFIX}"
#: Told where the folder is chosen, and in the folder itself.
NOT_ENCRYPTED = N_(
    "These files are not encrypted: whoever gets hold of them can read them. Hand them over in person or put "
    "them on an encrypted disk, and delete them here afterwards."
)


@dataclass(frozen=True, slots=True)
class PersonExportJob:
    """Writes everything about one person, on any thread.

    ``files`` are the contents by their path in the folder; ``report`` what was done with the data.
    """

    name: str
    journey: Journey
    files: Mapping[str, Callable[[], bytes]]
    report: PersonReport

    def run(
        self,
        target: Path,
        translator: Translator,
        progress: Callable[[float], object] = lambda done: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Path:
        """Write it to ``target``: a folder that is not there yet, or a file that ends in ``.zip``.

        Whole or not at all. Raises: StoreError when it cannot be written or is there already, Cancelled.
        """
        if target.exists():
            raise StoreError(
                N_("“{path}” is there already.", path=str(target)), N_("Choose a new name for the export.")
            )
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
            try:
                self._write(beside / "all", translator, progress, cancelled)
                if target.suffix.lower() == ".zip":
                    _zip(beside / "all", beside / "all.zip")
                    (beside / "all.zip").rename(target)
                else:
                    (beside / "all").rename(target)
            finally:
                shutil.rmtree(beside, ignore_errors=True)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise StoreError(
                N_("{path} cannot be written: {reason}.", path=str(target), reason=reason),
                N_("Choose another folder, or make room there."),
            ) from error
        return target

    def _write(
        self,
        folder: Path,
        translator: Translator,
        progress: Callable[[float], object],
        cancelled: Callable[[], bool],
    ) -> None:
        from planner.export.journey_file import write

        folder.mkdir(mode=0o700)
        made: dict[str, Callable[[], bytes]] = {
            "READ ME.txt": lambda: _read_me(self, translator).encode(),
            JOURNEY_NAME: lambda: write(self.journey, {}),
            "report.txt": lambda: _report_text(self.report, translator).encode(),
            "report.json": lambda: _report_json(self.report, translator).encode(),
            **self.files,
        }
        for done, (name, content) in enumerate(made.items()):
            if cancelled():
                raise Cancelled(N_("The export was cancelled; nothing was written."))
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content())
            progress((done + 1) / len(made))


class PersonExports:
    """What can be handed to a person, from an open record, on the session's thread."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    def job(self, journey_id: str, traveller_id: str = "") -> PersonExportJob:
        """The work of writing everything about a person, ``""`` for the patient; then call ``enter``.

        Raises: InputError when there is no such person.
        """
        session = self._session
        journey = session.journey(journey_id)
        person = find_traveller(journey, traveller_id)
        own = _about(journey, person)
        files: dict[str, Callable[[], bytes]] = {}
        for issue in journey.issues:
            pdf = next((one for one in issue.attachments if one.id == issue.pdf), None)
            if pdf is not None and _tells_of(issue.audience, issue.reader, person):
                files[f"issued/revision-{issue.revision}.pdf"] = self._read(pdf.sha256)
        frozen = {one.sha256 for issue in journey.issues for one in issue.attachments}
        for attachment in attachments(own):
            if attachment.sha256 not in frozen:
                name = _free(f"attachments/{_safe(attachment.name)}", files)
                files[name] = self._read(attachment.sha256)
        report = session.accountability.report(journey_id, person.id)
        return PersonExportJob(person.full_name, own, files, report)

    def enter(self, journey_id: str, traveller_id: str = "") -> None:
        """Enter that a person was given everything about them."""
        session = self._session
        journey = session.journey(journey_id)
        person = find_traveller(journey, traveller_id)
        whole = journey_leaving(journey, DisclosureKind.EXPORT)
        session.disclosures.enter(
            journey_id,
            replace(whole, people=(person.id,), traveller=person.id),
            N_("Hand {name} all their data", name=person.full_name),
        )
        session.accountability.tell(EventKind.EXPORT, journey=journey.id, what="person", person=person.id)

    def _read(self, sha256: str) -> Callable[[], bytes]:
        """The contents, read now: the job may run on another thread. Of a damaged file, nothing."""
        if not self._vault.files.has(sha256):
            return lambda: b""
        content = self._vault.read_file(sha256)
        return lambda: content


def _about(journey: Journey, person: Traveller) -> Journey:
    """The journey as it concerns one person: nobody else who travels is in it."""
    own = journey
    for other in journey.travellers:
        if other.id != person.id:
            own = without_traveller(own, other.id)
            own = redacted(own, names_of(other, (person,)))
    kept = tuple(
        replace(one, holders=()) for one in own.issues if _tells_of(one.audience, one.reader, person)
    )
    issues = {one.id for one in kept}
    told = tuple(
        one
        for one in own.disclosures
        if (one.issue is None or one.issue in issues)
        and (one.audience is None or _tells_of(one.audience, None, person))
    )
    return replace(own, issues=kept, disclosures=told)


def _tells_of(audience: Audience, reader: str | None, person: Traveller) -> bool:
    """Whether a copy for ``audience`` tells of a person; some tell of the patient alone."""
    if person.role is TravellerRole.PATIENT:
        return True
    sight = SIGHTS[audience]
    return reader == person.id or (not sight.patient_only and bool(sight.needs))


def _read_me(job: PersonExportJob, translator: Translator) -> str:
    lines: tuple[Message, ...] = (
        N_("Everything this agency keeps about {name}.", name=job.name),
        NOT_ENCRYPTED,
        N_("{file}: the journey, in an open format that programs can read.", file=JOURNEY_NAME),
        N_("{file}: the copies of the itinerary as they were handed out.", file="issued/"),
        N_("{file}: the attached files.", file="attachments/"),
        N_("{file}: who looked at, changed and was given this data, and when.", file="report.txt"),
    )
    return "\n\n".join(translator.text(line) for line in lines) + "\n"


def _report_text(report: PersonReport, translator: Translator) -> str:
    rows = [
        "\t".join(
            (
                line.at.isoformat(sep=" ", timespec="minutes"),
                translator.text(Message("{who}", {"who": line.who})),
                translator.text(line.what),
            )
        )
        for line in report.lines
    ]
    title = translator.text(N_("What was done with the data of {name} (times in UTC)", name=report.name))
    return "\n".join((title, "", *rows)) + "\n"


def _report_json(report: PersonReport, translator: Translator) -> str:
    rows = [
        {
            "at": line.at.isoformat(timespec="seconds"),
            "kind": line.kind.value,
            "journey": line.journey,
            "who": translator.text(Message("{who}", {"who": line.who})),
            "what": translator.text(line.what),
        }
        for line in report.lines
    ]
    return json.dumps({"name": report.name, "events": rows}, ensure_ascii=False, indent=2) + "\n"


def _safe(name: str) -> str:
    """A file name that every system takes and that leads nowhere else."""
    kept = "".join("_" if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in name).strip(" .")
    return kept[-120:] or "file"


def _free(path: str, taken: Mapping[str, object]) -> str:
    """``path``, or the first of ``… (2)``, ``… (3)`` that is not taken, capitals or small."""
    used = {name.casefold() for name in taken}
    stem, dot, suffix = path.rpartition(".") if "." in path.rpartition("/")[2] else (path, "", "")
    number, free = 1, path
    while free.casefold() in used:
        number += 1
        free = f"{stem} ({number}){dot}{suffix}"
    return free


def _zip(folder: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder).as_posix())
