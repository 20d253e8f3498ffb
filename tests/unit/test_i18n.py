"""Words, dates, numbers and money, each as a reader of that language writes them."""

from __future__ import annotations

import datetime as dt
import gettext
import io
import os
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po
from hypothesis import given
from hypothesis import strategies as st

from planner import i18n
from planner.i18n import (
    Translator,
    available_locales,
    closest_locale,
    printable_locales,
    side_by_side,
    translator,
)
from planner.message import N_, NN_, NP_, Country, Message
from planner.record.money import Money
from planner.record.text import Text
from planner.record.when import When

TUESDAY = dt.date(2027, 4, 6)
EN, ZH = translator("en"), translator("zh_CN")


@pytest.fixture
def speaking(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Translator]:
    """A translator with a catalogue of the test's own."""

    def make(locale: str, *entries: tuple[object, object, str | None]) -> Translator:
        catalog = Catalog(locale=locale)
        for msgid, said, context in entries:
            catalog.add(msgid, said, context=context)  # type: ignore[arg-type]
        binary = io.BytesIO()
        write_mo(binary, catalog)
        binary.seek(0)
        monkeypatch.setattr(i18n, "_catalogue", lambda _: gettext.GNUTranslations(binary))
        return Translator(locale)

    return make


class TestSentences:
    def test_a_sentence_in_its_language_with_its_values(self, speaking: Callable[..., Translator]) -> None:
        zh = speaking("zh_CN", ("{who} arrives on {day}.", "{who}于{day}抵达。", None))
        message = N_(
            "{who} arrives on {day}.", who=Text({"en": "Ms Specimen", "zh_CN": "样本女士"}), day=TUESDAY
        )
        assert zh.text(message) == "样本女士于2027年4月6日周二抵达。"
        assert EN.text(message) == "Ms Specimen arrives on Tue 6 Apr 2027."

    def test_the_number_chooses_the_plural(self, speaking: Callable[..., Translator]) -> None:
        zh = speaking("zh_CN", (("{count} day", "{count} days"), ("{count}天",), None))
        assert [EN.text(NN_("{count} day", "{count} days", n)) for n in (0, 1, 2)] == [
            "0 days",
            "1 day",
            "2 days",
        ]
        assert [zh.text(NN_("{count} day", "{count} days", n)) for n in (1, 2)] == ["1天", "2天"]

    def test_equal_words_in_two_contexts(self, speaking: Callable[..., Translator]) -> None:
        zh = speaking("zh_CN", ("Entry", "入境", "visa"), ("Entry", "条目", "list"))
        assert [zh.text(NP_("visa", "Entry")), zh.text(NP_("list", "Entry"))] == ["入境", "条目"]
        assert EN.text(NP_("visa", "Entry")) == "Entry"

    def test_a_plural_in_a_context(self, speaking: Callable[..., Translator]) -> None:
        en = speaking("en", (("{count} seat", "{count} seats"), ("{count} place", "{count} places"), "train"))
        message = Message("{count} seat", {"count": 2}, "{count} seats", "train")
        assert en.text(message) == "2 places"

    def test_a_message_inside_a_message_is_translated_too(self, speaking: Callable[..., Translator]) -> None:
        zh = speaking("zh_CN", ("{what} is missing.", "缺少{what}。", None), ("the visa", "签证", None))
        assert zh.text(N_("{what} is missing.", what=N_("the visa"))) == "缺少签证。"

    def test_what_has_no_translation_is_said_in_english(self) -> None:
        assert ZH.text(N_("nobody translated {this}", this="it")) == "nobody translated it"

    def test_a_sentence_without_values_may_hold_braces(self) -> None:
        assert EN.text(N_("a set {1, 2}")) == "a set {1, 2}"

    def test_a_translation_that_names_another_field_is_said_in_english(
        self, speaking: Callable[..., Translator], caplog: pytest.LogCaptureFixture
    ) -> None:
        zh = speaking("zh_CN", ("{day} is closed", "{date}关闭", None))
        assert zh.text(N_("{day} is closed", day="Sunday")) == "Sunday is closed"
        assert "does not fit" in caplog.text
        caplog.clear()

    def test_a_value_without_words_is_noticed(self, caplog: pytest.LogCaptureFixture) -> None:
        class Kind(StrEnum):
            TOP_UP = "top-up"

        for value in (Kind.TOP_UP, True, object):
            EN.text(N_("{value}", value=value))
        assert len(caplog.records) == 3
        caplog.clear()


class TestDates:
    @pytest.mark.parametrize(
        ("style", "english", "chinese"),
        [
            ("short", "6 Apr", "4月6日"),
            ("short_day", "Tue 6 Apr", "4月6日周二"),
            ("medium", "6 Apr 2027", "2027年4月6日"),
            ("day", "Tue 6 Apr 2027", "2027年4月6日周二"),
            ("long", "6 April 2027", "2027年4月6日"),
            ("full", "Tuesday 6 April 2027", "2027年4月6日星期二"),
            ("month", "April 2027", "2027年4月"),
            ("iso", "2027-04-06", "2027-04-06"),
        ],
    )
    def test_each_style(self, style: i18n.DateStyle, english: str, chinese: str) -> None:
        assert (EN.date(TUESDAY, style), ZH.date(TUESDAY, style)) == (english, chinese)

    def test_a_span_says_shared_parts_once(self) -> None:
        spans = [(TUESDAY, TUESDAY + dt.timedelta(days)) for days in (0, 3, 33)]
        assert [EN.dates(*span) for span in spans] == ["6 Apr 2027", "6–9 Apr 2027", "6 Apr – 9 May 2027"]
        assert ZH.dates(*spans[1]) == "2027年4月6日至9日"

    def test_weekdays_begin_on_monday(self) -> None:
        assert EN.weekday_names() == ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
        assert ZH.weekday_names("narrow") == ("一", "二", "三", "四", "五", "六", "日")
        assert (EN.weekday(TUESDAY), ZH.weekday(TUESDAY)) == ("Tuesday", "星期二")

    def test_months_begin_in_january(self) -> None:
        assert (EN.month_names()[0], EN.month_names()[-1]) == ("January", "December")
        assert ZH.month_names()[3] == "四月"

    def test_the_clock_has_twenty_four_hours_in_both_languages(self) -> None:
        assert EN.time(dt.time(14, 20)) == ZH.time(dt.time(14, 20)) == "14:20"

    def test_a_moment_without_a_time_is_its_day(self) -> None:
        day = When(date=TUESDAY, zone="Asia/Shanghai")
        assert EN.when(day) == "Tue 6 Apr 2027"

    def test_a_moment_is_said_as_its_own_clock_shows_it(self) -> None:
        moment = When(date=TUESDAY, time=dt.time(10, 20), zone="Asia/Shanghai")
        assert (EN.when(moment), ZH.when(moment)) == ("Tue 6 Apr 2027, 10:20", "2027年4月6日周二 10:20")
        at = moment.instant
        assert at is not None
        assert EN.value(at) == EN.value(moment)

    def test_the_time_in_force_changes_its_name_with_the_season(self) -> None:
        assert EN.zone("Pacific/Auckland", dt.date(2027, 4, 3)) == "New Zealand Daylight Time"
        assert ZH.zone("Pacific/Auckland", dt.date(2027, 4, 4)) == "新西兰标准时间"
        assert (EN.zone("Asia/Shanghai"), ZH.zone("Asia/Shanghai")) == ("China Time", "中国时间")

    def test_a_length_of_time(self) -> None:
        assert EN.duration(dt.timedelta(days=1, hours=3, minutes=20)) == "1 day 3 hrs 20 mins"
        assert ZH.duration(dt.timedelta(hours=12)) == "12小时"
        assert EN.duration(dt.timedelta()) == "0 mins"

    @given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2199, 12, 31)))
    def test_every_date_says_its_day_and_year(self, day: dt.date) -> None:
        for reader in (EN, ZH):
            said = reader.date(day)
            assert str(day.year) in said
            assert str(day.day) in said
            assert reader.weekday(day)[-1:] in said or reader.weekday_names()[day.weekday()] in said


class TestNumbers:
    @pytest.mark.parametrize(
        ("number", "said"),
        [
            (7, "7"),
            (2027, "2027"),
            (10_000, "10,000"),
            (-20_000, "-20,000"),
            (Decimal("58.05"), "58.05"),
            (Decimal("2.0"), "2"),
            (Decimal("0.123456"), "0.123456"),
            (3.87, "3.87"),
        ],
    )
    def test_a_number_is_never_rounded_and_a_year_never_grouped(
        self, number: int | float | Decimal, said: str
    ) -> None:
        assert (EN.value(number), ZH.value(number)) == (said, said)

    def test_money_names_its_currency(self) -> None:
        assert EN.value(Money(amount=Decimal(230_000), currency="CNY")) == "CNY\u00a0230,000.00"
        assert EN.money(Money(amount=Decimal("1200"), currency="JPY")) == "JPY\u00a01,200"

    @pytest.mark.parametrize(
        ("amount", "currency", "written"),
        [
            ("230000", "CNY", "人民币230,000.00元"),
            ("-80.5", "CNY", "-人民币80.50元"),
            ("900", "NZD", "900.00新西兰元"),
            ("1200", "JPY", "1,200日元"),
            ("5", "QQQ", "QQQ\u00a05.00"),
        ],
    )
    def test_a_chinese_reader_is_told_the_currency_by_name(
        self, amount: str, currency: str, written: str
    ) -> None:
        assert ZH.money(Money(amount=Decimal(amount), currency=currency)) == written

    def test_a_share_of_one(self) -> None:
        assert EN.percent(Decimal("0.25")) == "25%"

    def test_a_list_in_a_sentence(self) -> None:
        assert EN.value(("visa", "flight", 3)) == "visa, flight and 3"
        assert ZH.items(["签证", "机票", "酒店"]) == "签证、机票和酒店"
        assert EN.items(["S1", "S2"], "or") == "S1 or S2"
        assert EN.items([]) == ""


class TestNames:
    def test_languages_and_countries(self) -> None:
        assert (EN.language("zh_CN"), ZH.language("zh_CN")) == ("Simplified Chinese", "简体中文")
        assert (EN.language("en_NZ"), EN.language("not a code")) == ("English", "not a code")
        assert (ZH.territory("NZ"), EN.territory("??")) == ("新西兰", "??")

    def test_a_spoken_language_has_no_script(self) -> None:
        assert (EN.spoken_language("zh_CN"), ZH.spoken_language("zh_CN")) == ("Chinese", "中文")
        assert (EN.spoken_language("zh-Hant-TW"), ZH.spoken_language("yue")) == ("Chinese", "粤语")
        assert (EN.spoken_language("mi"), EN.spoken_language("not a code")) == ("Māori", "not a code")

    def test_regions_of_china_are_named_alike_in_chinese(self) -> None:
        assert (ZH.territory("HK"), ZH.territory("MO")) == ("中国香港特别行政区", "中国澳门特别行政区")
        assert (ZH.territory("TW"), ZH.value(Country("TW"))) == ("中国台湾", "中国台湾")
        assert EN.territory("TW") == "Taiwan"

    def test_which_way_a_language_is_written(self) -> None:
        assert not ZH.is_right_to_left
        assert Translator("ar").is_right_to_left


class TestCatalogues:
    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """The folder of a catalogue ``xx`` of the test's own."""
        monkeypatch.setattr(i18n, "translations_dir", lambda: tmp_path)
        folder = tmp_path / "xx" / "LC_MESSAGES"
        folder.mkdir(parents=True)
        return folder

    @staticmethod
    def said(said: str) -> Catalog:
        catalog = Catalog(locale="en")
        catalog.add("Visa", said)
        return catalog

    def write(self, folder: Path, *, source: str | None = None, compiled: str | None = None) -> None:
        if source is not None:
            with (folder / "planner.po").open("wb") as file:
                write_po(file, self.said(source))
        if compiled is not None:
            with (folder / "planner.mo").open("wb") as file:
                write_mo(file, self.said(compiled))

    def visa(self) -> str:
        return i18n._catalogue.__wrapped__("xx").gettext("Visa")  # noqa: SLF001 - past its cache

    def test_a_checkout_needs_no_compiled_catalogue(self, folder: Path) -> None:
        self.write(folder, source="from source")
        assert self.visa() == "from source"

    def test_a_wheel_needs_no_source(self, folder: Path) -> None:
        self.write(folder, compiled="compiled")
        assert self.visa() == "compiled"

    def test_a_compiled_catalogue_is_read_unless_its_source_is_newer(self, folder: Path) -> None:
        self.write(folder, source="from source", compiled="compiled")
        os.utime(folder / "planner.po", (1, 1))
        assert self.visa() == "compiled"
        os.utime(folder / "planner.mo", (0, 0))
        assert self.visa() == "from source"

    def test_without_a_catalogue_it_is_english(self, folder: Path) -> None:
        assert self.visa() == "Visa"


class TestSideBySide:
    def test_no_full_stop_before_the_sign_between_and_nothing_empty(self) -> None:
        assert side_by_side(["患者无需到场。", "", "成都。"]) == "患者无需到场 · 成都。"
        assert side_by_side(["Nobody has to come.", "Chengdu"], " – ") == "Nobody has to come – Chengdu"
        assert side_by_side(["", ""]) == side_by_side([]) == ""

    def test_an_abbreviation_keeps_its_point(self) -> None:
        assert (
            side_by_side(["12 Main St.", "Hamilton", "9 a.m.", "x"]) == "12 Main St. · Hamilton · 9 a.m. · x"
        )

    def test_sentences_stand_apart_as_their_language_has_it(self) -> None:
        message = N_("{name}.", name="a")
        assert EN.sentences(message, message) == "a. a."
        assert " " not in ZH.sentences(message, message)


class TestLocales:
    def test_english_comes_first(self) -> None:
        assert available_locales() == ("en", "zh_CN")

    def test_a_translator_is_made_once(self) -> None:
        assert translator("zh_CN") is ZH

    @pytest.mark.parametrize(
        ("wanted", "locale"),
        [
            (["zh_CN.UTF-8"], "zh_CN"),
            (["zh-Hans-CN"], "zh_CN"),
            (["zh"], "zh_CN"),
            (["de_DE", "zh_SG"], "zh_CN"),
            (["en_NZ"], "en"),
            (["C"], "en"),
            (["", "nonsense-value"], "en"),
            ([], "en"),
        ],
    )
    def test_the_closest_to_what_is_wanted(self, wanted: list[str], locale: str) -> None:
        assert closest_locale(*wanted) == locale

    def test_a_page_is_written_in_catalogues_and_in_what_the_cldr_knows(self) -> None:
        assert printable_locales(["zh", "mi", "zz", "zh-Hans"]) == ("zh_CN", "mi")

    def test_a_page_in_no_language_is_english(self) -> None:
        assert printable_locales(["zz"]) == printable_locales([]) == ("en",)

    def test_traditional_chinese_is_not_given_simplified(self) -> None:
        assert closest_locale("zh_TW") == "en"
