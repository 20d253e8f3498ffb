"""What the regions of the calendars are called."""

from __future__ import annotations

from planner.message import N_, Message
from ui.desk import Desk

#: Parts of New Zealand and Australia with holidays of their own (ISO 3166-2), as they call themselves.
_SUBDIVISIONS: dict[str, str] = {
    "NZ-AUK": "Auckland",
    "NZ-BOP": "Bay of Plenty",
    "NZ-CAN": "Canterbury",
    "NZ-GIS": "Gisborne",
    "NZ-HKB": "Hawke’s Bay",
    "NZ-MBH": "Marlborough",
    "NZ-MWT": "Manawatū-Whanganui",
    "NZ-NSN": "Nelson",
    "NZ-NTL": "Northland",
    "NZ-OTA": "Otago",
    "NZ-STL": "Southland",
    "NZ-TAS": "Tasman",
    "NZ-TKI": "Taranaki",
    "NZ-WGN": "Wellington",
    "NZ-WKO": "Waikato",
    "NZ-WTC": "West Coast",
    "AU-ACT": "Australian Capital Territory",
    "AU-NSW": "New South Wales",
    "AU-NT": "Northern Territory",
    "AU-QLD": "Queensland",
    "AU-SA": "South Australia",
    "AU-TAS": "Tasmania",
    "AU-VIC": "Victoria",
    "AU-WA": "Western Australia",
}


def region_name(desk: Desk, region: str) -> str:
    """The country of a calendar region, with its part where that has holidays of its own."""
    if region == "CN":
        return desk.language.text(N_("Mainland China"))
    country, _, part = region.partition("-")
    name = desk.language.speaker.territory(country)
    if not part:
        return name
    of: Message = N_("{country}, {part}", country=name, part=_SUBDIVISIONS.get(region, part))
    return desk.language.text(of)
