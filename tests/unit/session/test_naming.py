"""What controls ask of the record: names that compare, days that ties give, sentences to offer."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from planner.record.text import Text
from planner.record.tie import Anchor, Tie
from planner.reference.reference import shipped_reference
from planner.session.finding_words import searchable
from planner.session.naming import (
    alphabetical,
    fold,
    folded_names,
    heard,
    journey_in_files,
    out_of_the_ordinary,
    thing_day,
    tie_sentence,
    tied_day,
)
from planner.session.wording import standard_sentences
from tests.builders.make import at, make_course, make_journey, make_leg, make_traveller


def test_names_are_compared_without_case_accents_and_width() -> None:
    assert fold("Māori") == fold("MAORI") == "maori"
    assert fold("Ｔｅｓｔ　样本") == "test 样本"
    assert folded_names(["", "Ærø", Text({"en": "Hotel", "zh_CN": "酒店"})]) == ("aero", "hotel", "酒店")


def test_names_stand_in_the_order_in_which_they_are_looked_up() -> None:
    assert alphabetical(["乌拉圭", "新西兰", "丹麦", "奥地利", "重庆"]) == [
        "奥地利",
        "重庆",
        "丹麦",
        "乌拉圭",
        "新西兰",
    ]
    assert alphabetical(["Zambia", "Åland Islands", "austria"]) == ["Åland Islands", "austria", "Zambia"]
    assert alphabetical(["鲜", "西安"]) == ["西安", "鲜"]


def test_hanzi_are_heard_from_the_first_syllable_and_from_later_ones() -> None:
    assert heard("新西兰") == (("xinxilan", "xxl"), ("xilan", "xl", "lan"))
    assert "chongqingshi" in heard("重庆市")[0]  # as the phrase has it
    first, later = heard("刚果（金）")
    assert "gg" in first
    assert "jin" in later
    assert heard("Auckland") == heard("Māori") == heard("") == ((), ())


@given(st.text("新西兰中国重庆吕 ab·（）", max_size=12))
def test_whatever_is_heard_of_a_name_is_a_word_by_which_the_record_finds_it(name: str) -> None:
    first, later = heard(name)
    assert {*first, *later} <= set(searchable((name,)))


def test_a_file_is_named_by_the_reference_or_the_initials_and_never_by_the_name() -> None:
    anna = make_traveller(surname="ERIKSSON", given_names="Anna Maria")
    journey = make_journey(id="01m849hpvr", reference="NZ-7", travellers=(anna,))
    assert journey_in_files(journey) == "NZ-7"
    assert journey_in_files(replace(journey, reference="")) == "AME"
    assert journey_in_files(replace(journey, reference="", travellers=())) == "01m849hpvr"


def test_a_tie_says_its_day_and_its_sentence() -> None:
    journey = make_journey(courses=(make_course(first="2027-03-22"),))
    tie = Tie(anchor=Anchor.FIRST_FRACTION, days=-7)
    assert tied_day(tie, journey, shipped_reference()) == dt.date(2027, 3, 15)
    assert str(tie_sentence(tie, journey)) == "7 days before the first session"
    assert tied_day(Tie(anchor=Anchor.BOARD), journey, shipped_reference()) is None


def test_the_day_of_a_leg_is_that_of_its_departure() -> None:
    assert thing_day(make_leg(departs=at("2027-03-07 23:50"))) == dt.date(2027, 3, 7)


def test_a_holiday_is_told_where_the_treatment_is() -> None:
    journey, reference = make_journey(), shipped_reference()
    assert "Labour Day" in str(out_of_the_ordinary(dt.date(2026, 5, 1), journey, reference))
    assert out_of_the_ordinary(dt.date(2026, 6, 3), journey, reference) == ""
    assert str(out_of_the_ordinary(dt.date(2028, 5, 1), journey, reference)).endswith(", provisional")


def test_sentences_are_found_in_either_language_those_that_begin_so_first() -> None:
    english = standard_sentences("bring", "passport", 5)
    assert english
    assert english[0].in_("en").casefold().startswith("passport")
    assert standard_sentences("bring", "护照", 50)
    assert all("护照" in text.in_("zh_CN") for text in standard_sentences("bring", "护照", 50))
    assert len(standard_sentences("questions", "", 3)) == 3
    assert standard_sentences("words", "no such sentence", 5) == []
