"""Plainly fictional names and words that all builders draw from, some in shapes that break layouts."""

from __future__ import annotations

import datetime as dt

#: Surname, given names and hanzi, as on specimen passports and in nursery tales; nobody is called so.
NAMES = (
    ("ERIKSSON", "Anna Maria", "艾丽松·安娜"),
    ("SPECIMEN", "Test Person", "样本"),
    ("MUSTERMANN", "Erika", "穆斯特曼"),
    ("EXAMPLE", "Adam", "示例"),
    ("样张", "", "样张"),
    ("O'SPECIMEN-TESTER", "Jörg Ünal Øyvind", "测试"),
    ("VAN DER VOORBEELD", "Wilhelmina Johanna Cornelia Antoinette", "沃尔贝尔德"),
    ("PLACEHOLDER", "Māui", "占位"),
    ("ΔΕΙΓΜΑ", "Ελένη", ""),
    ("ОБРАЗЕЦ", "Иван", "奥布拉泽茨"),
    ("نموذج", "ليلى", ""),
    ("SAMPLE", "Ye Ming", "叶样品"),
)

#: English and Chinese of the same short thing.
WORDS = (
    ("Demo Proton Centre", "演示质子中心"),
    ("Specimen Hotel", "样品酒店"),
    ("Bring your passport and every image on disc.", "请携带护照和全部影像光盘。"),
    ("Nothing to eat for 6 hours before; water is fine.", "检查前6小时禁食，可以饮水。"),
    ("Level 2, room 204", "2层204室"),
    ("East gate, emergency entrance", "东门急诊入口"),
    ("Ask at the desk “International patients”", "请到“国际患者”服务台"),
    ("Machine down for maintenance", "设备检修"),
    (
        "A very long wording that goes on and on, as wordings from hospitals do; it names a department, "
        "a floor, two telephone numbers and what happens when nobody answers: come back tomorrow.",
        "一段非常长的文字，医院的文字常常如此：它写明科室、楼层、两个电话号码，以及无人接听时怎么办——请明天再来。",
    ),
    ("Two\nlines", "两\n行"),
    ("Quotes \" ' \\ and <tags> & {braces} %s", "引号“”‘’《》〈〉"),
    ("Rare characters 𠮷野家 👩‍⚕️", "生僻字：龘、𬭁、㐂"),
)

#: Odd on purpose: quarter and half hours, summer times of both hemispheres, the date line, fixed offsets.
ZONES = (
    "Asia/Shanghai",
    "Pacific/Auckland",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Chatham",
    "America/St_Johns",
    "Europe/London",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Africa/Casablanca",
    "Asia/Urumqi",
    "Etc/GMT+12",
    "UTC",
)

#: Days on which something turns: summer times, holidays, leap day, year's end, bounds of what a record holds.
DAYS = (
    dt.date(2027, 3, 8),
    dt.date(2027, 4, 4),
    dt.date(2026, 9, 27),
    dt.date(2026, 11, 1),
    dt.date(2027, 3, 28),
    dt.date(2026, 10, 25),
    dt.date(2027, 2, 6),
    dt.date(2026, 12, 31),
    dt.date(2028, 2, 29),
    dt.date(1964, 11, 2),
    dt.date(1900, 1, 1),
    dt.date(2199, 12, 31),
)

#: Around the hours that clocks skip or repeat, midnight, and one with seconds.
TIMES = (
    dt.time(10, 20),
    dt.time(2, 30),
    dt.time(2, 0),
    dt.time(3, 0),
    dt.time(1, 59),
    dt.time(0, 0),
    dt.time(23, 59),
    dt.time(23, 59, 59),
)

CODES = (
    "",
    "3U3812",
    "CZ306",
    "EJ1234567",
    "SPECIMEN-0042",
    "A.b/c",
    "  padded ",
    "+86 28 5550 0142",
    "护照123",
    "it's",
)
LOCALES = ("en", "zh_CN", "mi", "ru", "ar", "zh_Hant_TW", "es_419")
COUNTRIES = ("NZ", "CN", "AU", "RU", "AE", "HK")
CURRENCIES = ("CNY", "NZD", "USD", "JPY", "KWD")
