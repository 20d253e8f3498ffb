"""Identity: sortable unique ids made by the program, so that two laptops' records can be merged."""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import NewType

AgencyId = NewType("AgencyId", str)
CaseManagerId = NewType("CaseManagerId", str)
PlaceId = NewType("PlaceId", str)
ContactId = NewType("ContactId", str)
JourneyId = NewType("JourneyId", str)
TravellerId = NewType("TravellerId", str)
PassportId = NewType("PassportId", str)
InsuranceId = NewType("InsuranceId", str)
MedicineId = NewType("MedicineId", str)
DiagnosisId = NewType("DiagnosisId", str)
DocumentId = NewType("DocumentId", str)
SendingId = NewType("SendingId", str)
VisaId = NewType("VisaId", str)
VisaStepId = NewType("VisaStepId", str)
EntryId = NewType("EntryId", str)
ExtensionId = NewType("ExtensionId", str)
LegId = NewType("LegId", str)
StayId = NewType("StayId", str)
MdtMeetingId = NewType("MdtMeetingId", str)
AppointmentId = NewType("AppointmentId", str)
CourseId = NewType("CourseId", str)
FractionId = NewType("FractionId", str)
EstimateLineId = NewType("EstimateLineId", str)
PaymentId = NewType("PaymentId", str)
DepositId = NewType("DepositId", str)
ReceiptId = NewType("ReceiptId", str)
ConsentId = NewType("ConsentId", str)
NoticeId = NewType("NoticeId", str)
DisclosureId = NewType("DisclosureId", str)
TaskId = NewType("TaskId", str)
IssueId = NewType("IssueId", str)
AcknowledgementId = NewType("AcknowledgementId", str)
AttachmentId = NewType("AttachmentId", str)

_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}\Z")


def new_id(at: dt.datetime, entropy: bytes | None = None) -> str:
    """A new id that sorts by the instant ``at`` (zone-aware): 26 characters, as a ULID in lower case.

    ``entropy`` is 10 bytes; random unless given. The ULID layout is 48 bits of milliseconds since 1970
    (UTC) and 80 random bits, in Crockford's base 32.
    """
    random = os.urandom(10) if entropy is None else entropy
    number = (int(at.timestamp() * 1000) << 80) | int.from_bytes(random, "big")
    return "".join(_CROCKFORD[(number >> shift) & 31] for shift in range(125, -1, -5))


def is_id(text: str) -> bool:
    """Whether ``text`` can be an id: 1–64 ASCII letters, digits, ``-`` or ``_``, not starting with a mark."""
    return _ID.match(text) is not None
