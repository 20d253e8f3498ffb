"""What the nationals of a country are called in English, and what else a country is called in passing.

Passports say BRITISH CITIZEN and AUSTRALIAN where lists of countries say United Kingdom and Australia. Codes
of three letters, as the machine-readable lines of a passport have them, are those of the CLDR.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel.core import get_global

_CALLED = """
AE Emirati, UAE, Emirates
AF Afghan
AL Albanian
AM Armenian
AO Angolan
AR Argentine, Argentinian
AT Austrian
AU Australian
AZ Azerbaijani
BA Bosnian
BD Bangladeshi
BE Belgian
BG Bulgarian
BH Bahraini
BN Bruneian
BO Bolivian
BR Brazilian
BT Bhutanese
BY Belarusian
CA Canadian
CH Swiss
CL Chilean
CM Cameroonian
CN Chinese, PRC
CO Colombian
CR Costa Rican
CU Cuban
CY Cypriot
CZ Czech Republic
DE German
DK Danish
DO Dominican
DZ Algerian
EC Ecuadorian
EE Estonian
EG Egyptian
ES Spanish
ET Ethiopian
FI Finnish
FJ Fijian
FR French
GB British, British Citizen, Britain, Great Britain, UK, England, Scotland, Wales, Northern Ireland
GE Georgian
GH Ghanaian
GR Greek
GT Guatemalan
HR Croatian
HU Hungarian
ID Indonesian
IE Irish
IL Israeli
IN Indian
IQ Iraqi
IR Iranian, Persian
IS Icelandic
IT Italian
JM Jamaican
JO Jordanian
JP Japanese
KE Kenyan
KG Kyrgyz
KH Cambodian
KP North Korean, DPRK
KR South Korean, Korean, Republic of Korea
KW Kuwaiti
KZ Kazakh, Kazakhstani
LA Laotian, Lao
LB Lebanese
LK Sri Lankan
LT Lithuanian
LU Luxembourgish
LV Latvian
LY Libyan
MA Moroccan
MC Monegasque
MD Moldovan
ME Montenegrin
MK Macedonian
MM Burmese, Burma
MN Mongolian
MT Maltese
MU Mauritian
MV Maldivian
MX Mexican
MY Malaysian
NA Namibian
NG Nigerian
NL Dutch, Holland
NO Norwegian
NP Nepali, Nepalese
NZ New Zealander, Kiwi
OM Omani
PA Panamanian
PE Peruvian
PG Papua New Guinean
PH Filipino, Filipina, Philippine
PK Pakistani
PL Polish
PS Palestinian
PT Portuguese
PY Paraguayan
QA Qatari
RO Romanian
RS Serbian
RU Russian, Russian Federation
SA Saudi, KSA
SD Sudanese
SE Swedish
SG Singaporean
SI Slovenian, Slovene
SK Slovak
SN Senegalese
SV Salvadoran
SY Syrian
TH Thai
TJ Tajik
TM Turkmen
TN Tunisian
TO Tongan
TR Turkish, Turkey
TT Trinidadian
TZ Tanzanian
UA Ukrainian
UG Ugandan
US American, USA, United States of America
UY Uruguayan
UZ Uzbek
VE Venezuelan
VN Vietnamese
WS Samoan
YE Yemeni
ZA South African
ZM Zambian
ZW Zimbabwean
"""


@cache
def also_called() -> Mapping[str, tuple[str, ...]]:
    """By ISO 3166-1 code: by which other words a country and its nationals are known."""
    lines = (line.partition(" ") for line in _CALLED.strip().splitlines())
    found = {code: tuple(name.strip() for name in names.split(",")) for code, _, names in lines}
    for alias, codes in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(codes) == 1:
            found[codes[0]] = (*found.get(codes[0], ()), alias)
    return found
