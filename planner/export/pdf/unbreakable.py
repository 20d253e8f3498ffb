"""Runs that never part at a line's end: dates, times, numbers with their units, flight numbers, telephone
numbers, rooms and codes, in English and in Chinese.

The Unicode rules would part ``3月|8日`` or ``10:20 |am``; a reader must not. Each pattern describes one kind
of run; a run longer than a whole line may still be broken, at the places the Unicode rules allow.
"""

from __future__ import annotations

import re

_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"
_TO = r"\s?[-–—~～至到]\s?"
_NUMBER = r"\d+(?:[.,'’]\d+)*"
_CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s?[A-Z]{3,4}\b)?"
_UNITS = (
    r"Gy(?:\(RBE\))?|[mkµμ]?g|m[lL]|L|[ckm]?m|mmHg|kPa|MB|GB|IU|mmol|h|hrs?|hours?|min|mins|minutes?|sec|"
    r"seconds?|days?|nights?|weeks?|months?|years?|fractions?|sessions?|times|tablets?|capsules?|doses?|pages?|"
    r"people|persons?|adults?|bags?|pieces?|pcs|copies|floors?|°C|℃|%|％|‰|percent|yuan"
)
_MEASURES = (
    r"个(?:小时|月|工作日|自然日)?|次|天|日|周|星期|月|年|岁|小时|分钟?|秒|点|时|元|万元?|名|位|人|份|页|张|件|"
    r"片|粒|支|盒|袋|瓶|毫克|克|公斤|千克|毫升|升|毫米|厘米|公里|千米|米|度|层|楼|号楼?|室|房|床|区|栋|座|单元|"
    r"航站楼|登机口|号门|路|号线|折|晚|夜|期|型|级|段"
)
_DAYTIME = "凌晨|清晨|早上|上午|中午|下午|晚上|夜间"
_MONTH_STARTS = "JFMASOND"
_HAN = "\0"
"""Stands for any character that is not ASCII."""
_CURRENCY = r"(?:CNY|RMB|NZD|AUD|USD|EUR|GBP|HKD|SGD|NZ\$|A\$|US\$|HK\$|[¥￥€£$]|人民币|新西兰元|美元)"

_PATTERNS: tuple[tuple[str, str], ...] = (
    # times and spans of them: 17:00, 5:35 am, 10:20–11:00 NZDT
    (":：", rf"{_CLOCK}(?:{_TO}{_CLOCK})?(?:\s?\(?\+\d\)?)?"),
    ("点时", rf"(?:{_DAYTIME})?\s?\d{{1,2}}(?:点|时)(?:\d{{1,2}}分|半|整)?"),
    ("晨早午晚夜", rf"(?:{_DAYTIME})\s?\d{{1,2}}[:：]\d{{2}}"),
    # dates: Monday 8 March 2027, 6–9 April, Mar 8, 2027, 8/3/2027, 2027-03-08
    (_MONTH_STARTS, rf"(?:{_WEEKDAY}\s)?{_DAY}(?:{_TO}{_DAY})?\s{_MONTH}(?:,?\s\d{{4}}\b)?"),
    (_MONTH_STARTS, rf"(?:{_WEEKDAY}\s)?{_MONTH}\s{_DAY}(?:{_TO}{_DAY})?(?:,?\s\d{{4}}\b)?"),
    (_MONTH_STARTS, rf"{_MONTH}\s\d{{4}}\b"),
    ("-/.", r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"),
    (
        "月",
        rf"(?:\d{{4}}\s?年\s?)?\d{{1,2}}\s?月(?:\s?\d{{1,2}}(?:{_TO}\d{{1,2}})?\s?[日号])?"
        r"(?:\s?[（(]?(?:星期|周)[一二三四五六日天][）)]?)?",
    ),
    ("年", r"\d{4}\s?年"),
    ("周期", r"(?:星期|周)[一二三四五六日天]"),
    # amounts: CNY 230,000, 58.05 Gy(RBE), 15 fractions, 第3次, 15–24 天
    ("YBDRP¥￥€£$币元", rf"{_CURRENCY}\s?{_NUMBER}(?:{_TO}{_NUMBER})?(?:\s?[万亿]?元)?"),
    ("YBDR", rf"{_NUMBER}(?:{_TO}{_NUMBER})?\s?(?:CNY|RMB|NZD|USD|EUR)\b"),
    ("元镑币", rf"{_NUMBER}\s?[\u4e00-\u9fff]{{1,5}}[元镑币]"),
    (
        "",
        rf"{_NUMBER}(?:{_TO}{_NUMBER})?[\s-]?(?:{_UNITS})(?![A-Za-z])(?:\s?/\s?(?:{_UNITS})(?![A-Za-z]))?",
    ),
    (_HAN, rf"第?\s?[A-Z]?{_NUMBER}(?:{_TO}{_NUMBER})?\s?(?:{_MEASURES})"),
    ("第", rf"第\s?[\d一二三四五六七八九十]+\s?(?:{_MEASURES})"),
    ("-–—~～至到/o×x", rf"{_NUMBER}(?:{_TO}|\s?/\s?|\s(?:of|×|x)\s){_NUMBER}"),
    # flights and trains: NZ 289, 3U3812, G2104
    ("", r"\b(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])\s?\d{2,4}[A-Z]?\b"),
    # telephone numbers, with their extension
    (" \u00a0-–", r"(?:[+＋]\s?|\()?\d[\d()]*(?:[\s\-–][\d()]+)+(?:\s?(?:ext\.?|x|转)\s?\d+)?"),
    ("+＋", r"[+＋]\s?\d{6,}"),
    # rooms and other numbered places
    (
        " \u00a0",
        r"\b(?:[Rr]oom|Rm\.?|[Ww]ard|[Bb]ed|[Ff]loor|[Ll]evel|[Bb]uilding|[Bb]lock|[Tt]ower|[Gg]ate|[Tt]erminal|"
        r"[Ss]eat|[Uu]nit|[Ss]uite|[Pp]latform|[Ee]xit|[Hh]all|[Cc]ounter|[Ww]indow|[Ll]ine|[Ff]raction|[Ss]ession|"
        r"[Dd]ay|[Pp]age|[Rr]evision|[Nn]o\.?|[Vv]ol\.?)\s[A-Z]?\d[\w\-–/]*",
    ),
    ("Ff", r"\b\d{1,2}(?:st|nd|rd|th)\s[Ff]loor"),
    # codes: anything without a space that mixes letters and digits, 4D-CT, C22.0, T2-F3
    (
        "",
        r"(?=[A-Za-z\d./+\-–_#]*\d)(?=[A-Za-z\d./+\-–_#]*[A-Za-z])"
        r"[A-Za-z\d][A-Za-z\d./+\-–_#]*[A-Za-z\d]",
    ),
)
_RUNS = tuple((frozenset(hint), re.compile(pattern)) for hint, pattern in _PATTERNS)
"""Each pattern with the characters of which a text must have one for it to be worth a search."""
_TITLE = re.compile(r"\b(?:Dr|Prof|Mr|Mrs|Ms|Mx)\.?\s(?=\w)")
_NEEDS_SEARCH = re.compile(r"[\d周期]")


def runs(text: str) -> list[tuple[int, int]]:
    """Where the unbreakable runs of a text start and end (exclusive); they may overlap."""
    found: list[tuple[int, int]] = []
    if _NEEDS_SEARCH.search(text):
        characters = set(text)
        if not text.isascii():
            characters.add(_HAN)
        for hint, pattern in _RUNS:
            if not hint or not characters.isdisjoint(hint):
                found.extend(match.span() for match in pattern.finditer(text))
    if "r" in text or "s" in text:
        found.extend((match.start(), match.end() + 1) for match in _TITLE.finditer(text))
    return found
