"""The diagnosis, as somebody stated it in a document. The program never derives one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from planner.record.ids import ContactId, DiagnosisId, DocumentId
from planner.record.text import Text
from planner.record.thing import Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis(Thing):
    """One stated diagnosis. ``icd10`` is the code of ICD-10 (``C22.0``) if the statement carries one."""

    id: DiagnosisId
    icd10: str = ""
    site: Text = Text()
    stage: Text = Text()
    summary: Text = Text()
    stated_by: ContactId | None = None
    stated_on: dt.date | None = None
    document: DocumentId | None = None
