"""What somebody types finds what they mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.message import N_
from planner.record.directory import Directory
from planner.store.change_log import ChangeNote
from planner.store.saving import DirectoryChange, JourneyChange
from planner.store.search_index import HitKind, HitWhere
from planner.store.search_words import fold, name_tokens, query_terms, reference_tokens, word_tokens
from planner.store.vault import Vault
from tests.builders import (
    make_companion,
    make_contact,
    make_document,
    make_journey,
    make_leg,
    make_passport,
    make_place,
    make_traveller,
    text,
)
from tests.unit.store.conftest import CHEAP, NOW, PASSPHRASE

NOTE = ChangeNote(at=NOW, label=N_("Edit"))
CENTRE = make_place(id="centre", name=text("Demo Proton Centre, Chengdu", "成都演示质子中心"), name_pinyin="")
DRIVER = make_contact(id="driver", name=text("Master Demo Shan", "单演示"), name_pinyin="")


def journey(number: int, **fields):
    """A journey about nobody in particular, without words that others are found by."""
    fields.setdefault("travellers", ())
    bare = dict(
        places=(), contacts=(), documents=(), visas=(), entries=(), legs=(), stays=(), mdt_meetings=()
    )
    bare |= dict(appointments=(), courses=(), payments=(), deposits=(), consents=(), tasks=(), receipts=())
    bare |= dict(diagnoses=(), estimate=(), notices=(), disclosures=(), issues=(), referring_hospital=None)
    return make_journey(id=f"j{number}", **(bare | {"reference": f"TJ-{number:04}"} | fields))


@pytest.fixture
def filled(vault):
    """Five journeys, a place and a contact."""
    return _fill(vault)


@pytest.fixture(scope="module")
def read_only(tmp_path_factory):
    """The same, once for all tests that only look."""
    with Vault.create(tmp_path_factory.mktemp("search") / "v", PASSPHRASE, cost=CHEAP) as vault:
        yield _fill(vault)


def _fill(vault):
    zhang = make_traveller(
        id="t1", surname="ZHANG", given_names="San", name_hanzi="张三丰", telephone="+64 21 555 0101"
    )
    zoe = make_traveller(id="t2", surname="Ångström", given_names="Zoë Maria", name_hanzi="佐伊·昂斯")
    leg = make_leg(id="leg", number="3U3812", travellers=(), origin=None, destination=None)
    leg = replace(leg, booking=replace(leg.booking, reference="QX7-K2P", names=()))
    journeys = [
        journey(1, travellers=(zhang,)),
        journey(
            2, travellers=(zoe, make_companion(id="t3", surname="Lü", given_names="Bu", name_hanzi="吕布"))
        ),
        journey(3, places=(CENTRE,), contacts=(DRIVER,)),
        journey(
            4,
            legs=(leg,),
            travellers=(make_traveller(id="t4", passports=(make_passport(number="LZ004471"),)),),
        ),
        journey(
            5, notes="asked for a window, 喜欢靠窗的座位", documents=(make_document(title=text("Liver MRI")),)
        ),
    ]
    journeys[4] = replace(
        journeys[4], documents=tuple(replace(d, traveller=None) for d in journeys[4].documents)
    )
    vault.save([JourneyChange(None, one) for one in journeys], NOTE)
    return vault


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("zhang", ["j1"]),
        ("ZHANG SAN", ["j1"]),
        ("san zhang", ["j1"]),
        ("zhangs", ["j1"]),
        ("张", ["j1"]),
        ("张三", ["j1"]),
        ("三丰", ["j1"]),
        ("张三丰", ["j1"]),
        ("丰", ["j1"]),
        ("zsf", ["j1"]),
        ("zs", ["j1"]),
        ("sanfeng", ["j1"]),
        ("张丰", []),
        ("5550101", ["j1"]),
        ("0101", ["j1"]),
        ("64 21 555", ["j1"]),
        ("angstrom", ["j2"]),
        ("ÅNGSTRÖM", ["j2"]),
        ("zoe", ["j2"]),
        ("zoemaria", ["j2"]),
        ("zyas", ["j2"]),
        ("zuoyiangsi", ["j2"]),
        ("佐伊昂斯", ["j2"]),
        ("昂斯佐伊", []),
        ("吕布", ["j2"]),
        ("lvbu", ["j2"]),
        ("lyubu", ["j2"]),
        ("lubu", ["j2"]),
        ("lü", ["j2"]),
        ("proton chengdu", ["j3"]),
        ("质子", ["j3"]),
        ("chengduyanshi", ["j3"]),
        ("cdys", ["j3"]),
        ("zzzx", ["j3"]),
        ("单", ["j3"]),
        ("shanyan", ["j3"]),
        ("3u3812", ["j4"]),
        ("3812", ["j4"]),
        ("qx7k2p", ["j4"]),
        ("QX7-K2P", ["j4"]),
        ("k2p", ["j4"]),
        ("lz0044", ["j4"]),
        ("window", ["j5"]),
        ("靠窗", ["j5"]),
        ("liver mri", ["j5"]),
        ("tj-0004", ["j4"]),
        ("tj", ["j5", "j4", "j3", "j2", "j1"]),
        ("zhang window", []),
        ("nobody", []),
        ("", []),
        ("  ,. ", []),
        ('" OR *', []),
        ("AND", []),
        ("NEAR(zhang san)", []),
        ("people:zhang", []),
    ],
)
def test_a_journey_is_found_by(read_only, query, found):
    assert read_only.search_journeys(query) == found


def test_the_name_comes_before_the_start_of_a_name_before_all_else(vault):
    journeys = [
        journey(1, travellers=(make_traveller(id="t1", surname="Mara", given_names=""),)),
        journey(2, travellers=(make_traveller(id="t2", surname="Maran", given_names=""),)),
        journey(3, reference="MARA-7"),
        journey(4, notes="ask Mara"),
        journey(5, travellers=(make_traveller(id="t5", surname="Mara", given_names=""),)),
    ]
    vault.save([JourneyChange(None, one) for one in journeys], NOTE)
    hits = vault.search("mara")
    assert [(hit.id, hit.where) for hit in hits] == [
        ("j5", HitWhere.NAME),
        ("j1", HitWhere.NAME),
        ("j2", HitWhere.NAME_START),
        ("j3", HitWhere.REFERENCE),
        ("j4", HitWhere.WORDS),
    ]
    assert [hit.id for hit in vault.search("mara", limit=3)] == ["j5", "j1", "j2"]


def test_places_and_contacts_are_found_themselves(read_only):
    hits = {(hit.kind, hit.id) for hit in read_only.search("质子")}
    assert hits == {(HitKind.JOURNEY, "j3"), (HitKind.PLACE, "centre")}
    assert (HitKind.CONTACT, "driver") in {(hit.kind, hit.id) for hit in read_only.search("shan")}


def test_a_renamed_place_is_found_by_its_new_name_in_journeys_not_open(filled):
    directory = filled.directory()
    renamed = replace(CENTRE, name=text("Specimen Ion Hall", "样本离子馆"))
    filled.save([DirectoryChange(directory, replace(directory, places=(renamed,)))], NOTE)
    assert filled.search_journeys("ion hall") == ["j3"]
    assert filled.search_journeys("离子馆") == ["j3"]
    assert filled.search_journeys("质子") == []


def test_what_is_no_longer_there_is_not_found(filled):
    old = filled.load_journey("j1")
    new = replace(old, travellers=(replace(old.travellers[0], name_hanzi="李四"),))
    filled.save([JourneyChange(old, new)], NOTE)
    assert filled.search_journeys("张三") == []
    assert filled.search_journeys("李四") == ["j1"]
    assert filled.search_journeys("lisi") == ["j1"]
    filled.save([JourneyChange(new, None)], NOTE)
    assert filled.search_journeys("李四") == []


def test_a_removed_place_is_not_found(vault):
    vault.save([DirectoryChange(Directory(), Directory(places=(CENTRE,)))], NOTE)
    assert [hit.id for hit in vault.search("proton")] == ["centre"]
    vault.save([DirectoryChange(vault.directory(), Directory())], NOTE)
    assert vault.search("proton") == []


def test_search_still_finds_after_reopening_edits_and_tidying(filled, reopened):
    filled.close()
    with reopened() as vault:
        for number in range(70):
            old = vault.load_journey("j5")
            vault.save([JourneyChange(old, replace(old, notes=f"window number{number}"))], NOTE)
        vault.tidy()
        assert vault.search_journeys("number69") == ["j5"]
        assert vault.search_journeys("number68") == []
        assert vault.search_journeys("zsf") == ["j1"]
        assert vault.is_whole()


def test_words_are_folded_without_losing_scripts():
    assert fold("ÉCOLE Straße ŁÓDŹ ﬁn ＡＢＣ Ørsted") == "ecole strasse lodz fin abc orsted"
    assert list(word_tokens("김철수 님")) == ["김철", "철수", "수", "님"]
    assert list(word_tokens("Ольга Иванова")) == ["ольга", "иванова"]


def test_tokens_of_names_and_references():
    assert {"zhangsan", "san", "zs", "张三", "三"} <= set(name_tokens("张三"))
    assert {"chongqing", "cq"} <= set(name_tokens("重庆"))
    assert {"annamaria", "am"} <= set(name_tokens("Anna Maria"))
    dotted = set(name_tokens("安娜·玛丽亚·埃里克松"))
    assert {"anna", "an", "maliya", "mly", "alks"} <= dotted  # each part by itself
    assert {"anmlyalk", "annamaliyaailike", "mlyalks", "娜玛"} <= dotted  # and as if there were no dots
    assert {"ab1234", "1234", "34"} <= set(reference_tokens("AB-12/34"))


def test_a_very_long_word_costs_no_more_than_a_long_one():
    assert max(map(len, name_tokens("x" * 10_000))) == 40
    assert query_terms("x" * 10_000) == ['"' + "x" * 40 + '"*']
    assert max(map(len, name_tokens("质" * 3_000))) <= 40
