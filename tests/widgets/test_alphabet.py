"""Lists of names stand as their readers look them up."""

from __future__ import annotations

import pytest

from ui.alphabet import alphabet
from ui.fields.coded_names import countries, currencies, languages
from ui.fields.zone_names import city_of, in_language, named_zones


def test_hanzi_stand_by_their_pinyin_and_letters_without_accents() -> None:
    assert sorted(["乌拉圭", "新西兰", "丹麦", "奥地利"], key=alphabet("zh_CN")) == [
        "奥地利",
        "丹麦",
        "乌拉圭",
        "新西兰",
    ]
    names = ["Zambia", "Åland Islands", "austria", "Aruba"]
    assert sorted(names, key=alphabet("en")) == ["Åland Islands", "Aruba", "austria", "Zambia"]


@pytest.mark.parametrize(
    ("labels", "begins", "ends"),
    [
        ([one.label for one in countries("zh_CN")][-237:], "阿尔巴尼亚", "中非共和国"),
        ([one.city for one in named_zones("zh_CN")], "阿比让", "朱诺"),
    ],
    ids=["countries", "cities"],
)
def test_countries_and_cities_are_listed_by_pinyin(labels: list[str], begins: str, ends: str) -> None:
    at, to = labels.index(begins), labels.index(ends)
    assert at < to
    assert labels == sorted(labels, key=alphabet("zh_CN"))


def test_those_of_most_journeys_stay_first() -> None:
    assert [one.code for one in countries("zh_CN")][:3] == ["CN", "NZ", "AU"]
    assert next(one.code for one in languages("zh_CN")) == "en"
    assert next(one.code for one in currencies("zh_CN")) == "CNY"


@pytest.mark.parametrize(
    ("zone", "english", "chinese"),
    [
        ("Asia/Ho_Chi_Minh", "Ho Chi Minh City", "胡志明市"),
        ("Europe/Kyiv", "Kyiv", "基辅"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires", "布宜诺斯艾利斯"),
        ("Asia/Shanghai", "Shanghai", "上海"),
    ],
)
def test_a_city_that_its_zone_was_renamed_after_has_its_name_too(
    zone: str, english: str, chinese: str
) -> None:
    assert (city_of(zone, "en"), city_of(zone, "zh_CN")) == (english, chinese)


def test_another_city_of_a_zone_is_called_as_the_screen_speaks() -> None:
    others = {other for one in named_zones("en") for other in one.others}
    assert "San Francisco 旧金山" in others
    assert in_language("San Francisco 旧金山", "en") == "San Francisco"
    assert in_language("Christchurch 克赖斯特彻奇 基督城", "zh_CN") == "克赖斯特彻奇"
    assert in_language("", "zh_CN") == ""
