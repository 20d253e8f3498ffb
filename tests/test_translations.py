"""The catalogues are code: complete, current, and never naming a field that the program does not give."""

from __future__ import annotations

import ast
import datetime as dt
import string
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from fontTools.ttLib import TTFont

from planner.i18n import DateStyle, translator
from planner.record.money import Money
from tools import catalogues

LOCALES = catalogues.locales()
ROOT = Path(__file__).resolve().parent.parent


def fields(text: str) -> set[str]:
    """The named ``{fields}`` of a text, as ``str.format`` finds them."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def entries(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


@pytest.fixture(scope="module", params=LOCALES)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    return catalogues.read(catalogues.po_path(request.param), request.param)


@pytest.fixture(scope="module")
def sources() -> list[catalogues.Found]:
    return catalogues.found()


def test_english_and_simplified_chinese_have_a_catalogue() -> None:
    assert LOCALES == ["en", "zh_CN"]


def test_english_is_what_the_sources_say() -> None:
    """So that the program need not read its catalogue."""
    for message in entries(catalogues.read(catalogues.po_path("en"), "en")):
        assert catalogues.strings(message) == catalogues.english(message)


def test_apostrophes_are_those_of_print(sources: list[catalogues.Found]) -> None:
    """In “patient’s” as in quotations, so that no sentence looks typed beside another that looks set."""
    assert not [one.msgid for one in sources if "'" in one.msgid]


def test_the_template_says_what_the_sources_say() -> None:
    kept = (catalogues.TRANSLATIONS / "planner.pot").read_text(encoding="utf-8")
    assert kept == catalogues.text_of(catalogues.template()), "run `make catalogues`"


def test_every_message_of_the_sources_is_in_the_catalogue_and_nothing_else(catalog: Catalog) -> None:
    wanted = {(message.id, message.context) for message in entries(catalogues.template())}
    assert {(message.id, message.context) for message in entries(catalog)} == wanted, "run `make catalogues`"
    assert not catalog.obsolete, "run `make catalogues`"


def test_every_message_is_translated(catalog: Catalog) -> None:
    assert not catalogues.missing(catalog)


def test_a_missing_translation_is_found_and_so_is_a_missing_plural() -> None:
    catalog = Catalog(locale="en")
    catalog.add("Hotel", "Hotel")
    catalog.add("Visa")
    catalog.add(("{count} day", "{count} days"), ("{count} day", ""))
    assert catalogues.missing(catalog) == ["Visa", "{count} day"]


def test_no_translation_is_a_guess(catalog: Catalog) -> None:
    assert not [message.id for message in entries(catalog) if message.fuzzy]


def test_every_plural_form_of_the_language_is_there(catalog: Catalog) -> None:
    plurals = [message for message in entries(catalog) if message.pluralizable]
    assert not [m.id for m in plurals if len(catalogues.strings(m)) != catalog.num_plurals]


def test_the_catalogue_counts_plurals_as_its_language_does(catalog: Catalog) -> None:
    rule = Locale.parse(str(catalog.locale)).plural_form
    assert catalog.num_plurals == len(rule.tags | {"other"})


def test_every_translation_names_the_fields_of_its_message(catalog: Catalog) -> None:
    wrong = {}
    for message in entries(catalog):
        given = set().union(*(fields(text) for text in catalogues.english(message)))
        for said in filter(None, catalogues.strings(message)):
            # A singular may leave the number out ("one day"); nothing else may differ.
            if fields(said) - given or given - fields(said) - ({"count"} if message.pluralizable else set()):
                wrong[said] = sorted(given)
    assert not wrong


def test_no_translation_has_stray_space_at_its_ends(catalog: Catalog) -> None:
    assert not [s for m in entries(catalog) for s in catalogues.strings(m) if s != s.strip()]


def test_every_message_is_given_exactly_the_fields_it_names(sources: list[catalogues.Found]) -> None:
    wrong = []
    for message in sources:
        if message.fields is None:  # known only when it runs
            continue
        named = fields(message.msgid) | fields(message.plural or "")
        if named - message.fields or message.fields - named - {"count"}:
            wrong.append(f"{message.path}:{message.line}: {message.msgid!r} given {sorted(message.fields)}")
    assert not wrong


def test_fields_are_named_and_carry_no_format_of_their_own(sources: list[catalogues.Found]) -> None:
    """How a value is written is for its type and the reader's language to say, not for the sentence."""
    wrong = []
    for message in sources:
        for text in (message.msgid, message.plural or ""):
            for _, name, spec, conversion in string.Formatter().parse(text):
                if name is not None and (not name.isidentifier() or spec or conversion):
                    wrong.append(f"{message.path}:{message.line}: {text!r}")
    assert not wrong


@pytest.fixture(scope="module")
def drawable(project: Path) -> set[str]:
    """Every character that some shipped font can draw, and the line end, which none needs to."""
    points: set[int] = {ord("\n")}
    for path in (project / "resources" / "fonts").rglob("*.[to]tf"):
        with TTFont(path, lazy=True) as font:
            points |= font.getBestCmap().keys()
    return {chr(point) for point in points}


def test_every_character_of_every_translation_is_in_a_shipped_font(
    catalog: Catalog, drawable: set[str]
) -> None:
    said = "".join(text for message in entries(catalog) for text in catalogues.strings(message))
    assert not set(said) - drawable


@pytest.mark.parametrize("locale", LOCALES)
def test_every_character_of_a_date_a_sum_or_a_zone_is_in_a_shipped_font(
    locale: str, drawable: set[str]
) -> None:
    reader = translator(locale)
    days = [dt.date(2027, 1, 1) + dt.timedelta(days=number) for number in range(365)]
    said = [reader.date(day, style) for day in days for style in get_args(DateStyle)]
    said += [reader.dates(days[0], day) for day in days]
    said += [reader.zone(zone, day) for zone in ("Asia/Shanghai", "Pacific/Auckland") for day in days[::30]]
    said += [reader.duration(dt.timedelta(minutes=minutes)) for minutes in (0, 1, 59, 1501)]
    said += [reader.money(Money(amount=Decimal(230_000), currency=code)) for code in ("CNY", "NZD", "JPY")]
    said += [reader.territory(code) for code in ("NZ", "CN", "AU", "GB")]
    assert not set("".join(said)) - drawable


def glued(source: str) -> list[int]:
    """The lines in which a Latin colon parts a label from a value outside any message."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.JoinedStr)
        for before, after in pairwise(node.values)
        if isinstance(before, ast.FormattedValue)
        and isinstance(after, ast.Constant)
        and str(after.value).startswith(": ")
    ]


def test_what_parts_a_label_from_its_value_is_for_the_translator() -> None:
    """A colon is "：" in Chinese; the record and its JSON speak to nobody."""
    files = [*ROOT.glob("ui/**/*.py"), *ROOT.glob("planner/**/*.py")]
    at = [
        f"{file}:{line}" for file in files if file.parent.name != "record" for line in glued(file.read_text())
    ]
    assert at == []
    assert glued('f"{kind}: {name}"') == [1]


def test_a_message_inside_a_message_is_found() -> None:
    source = (
        'N_("{a} and {b}", a=N_("this"), b=NN_("{count} day", "{count} days", 2))\nNP_("visa", "Entry")\n'
    )
    found = [(m.msgid, m.plural, m.context) for m in catalogues.messages(source, "x.py")]
    assert set(found) == {
        ("{a} and {b}", None, None),
        ("this", None, None),
        ("{count} day", "{count} days", None),
        ("Entry", None, "visa"),
    }


def test_only_a_message_in_a_table_may_wait_for_its_fields() -> None:
    source = 'SERVICES = {1: N_("Oxygen ({code})")}\ndef say():\n    return N_("Oxygen ({code})")\n'
    assert [m.fields for m in catalogues.messages(source, "x.py")] == [None, frozenset()]


def test_a_comment_for_translators_goes_with_its_message() -> None:
    source = '# Translators: said on the phone\nx = N_("Hello")\n'
    assert [message.comment for message in catalogues.messages(source, "x.py")] == ["said on the phone"]


@pytest.mark.parametrize("source", ["N_(text)", 'N_(f"{day}")', 'NN_("one")', 'N_("a" + b)'])
def test_a_message_that_no_catalogue_can_know_is_refused(source: str) -> None:
    with pytest.raises(catalogues.NotLiteral, match=r"x\.py:1"):
        list(catalogues.messages(source, "x.py"))
