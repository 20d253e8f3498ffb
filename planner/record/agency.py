"""The concierge agency and its case managers: whose name stands on the paper and who answers at night."""

from __future__ import annotations

from dataclasses import dataclass

from planner.record.ids import AgencyId, AttachmentId, CaseManagerId
from planner.record.text import Text
from planner.record.thing import Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseManager(Thing):
    """A person of the agency who keeps journeys."""

    id: CaseManagerId
    name: Text
    telephone: str = ""
    wechat: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency(Thing):
    """The agency. It connects, arranges, translates; ``disclaimer`` says on each print that it treats nobody.

    ``logo`` names one of its attachments. ``print_languages`` are locales, the patient's first by default.
    """

    id: AgencyId
    name: Text
    address: Text = Text()
    telephone_24h: str = ""
    telephone_china: str = ""
    email: str = ""
    website: str = ""
    zone: str = ""
    logo: AttachmentId | None = None
    disclaimer: Text = Text()
    print_languages: tuple[str, ...] = ("en", "zh_CN")
    case_managers: tuple[CaseManager, ...] = ()
