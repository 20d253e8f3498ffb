"""The templates that ship: complete in both languages, dated by anchors, each built on a simpler one."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from planner.record.appointment import AppointmentKind
from planner.record.course import Modality
from planner.record.document import DocumentKind
from planner.record.ids import is_id
from planner.record.text import Text
from planner.record.tie import Anchor
from planner.reference.template import Template, Whose, shipped_templates, template_of
from tests.builders import make_journey

TEMPLATES = shipped_templates()
EACH = pytest.mark.parametrize("template", TEMPLATES.values(), ids=list(TEMPLATES))
HANZI = re.compile(r"[\u4e00-\u9fff]")


def texts(template: Template) -> list[Text]:
    steps = (*template.tasks, *template.documents)
    return [template.title, template.description, *(step.title for step in steps)]


def test_there_is_one_for_each_kind_of_journey() -> None:
    assert list(TEMPLATES) == ["second-opinion", "proton-liver", "proton-liver-markers", "carbon-liver"]
    modalities = [template.modality for template in TEMPLATES.values()]
    assert modalities == [None, Modality.PROTON, Modality.PROTON, Modality.CARBON]


@EACH
def test_every_text_is_written_in_both_languages(template: Template) -> None:
    for text in texts(template):
        english, chinese = text.in_("en"), text.in_("zh_CN")
        assert english, text
        assert HANZI.search(chinese), text
        assert not HANZI.search(english), text
        assert text.is_reviewed("zh_CN"), text
        assert ("{name}" in english) is ("{name}" in chinese), text
        assert not re.search(r"[,;:?!()]", chinese), chinese


@EACH
def test_codes_are_unique_and_every_step_hangs_on_an_anchor(template: Template) -> None:
    for steps in (template.tasks, template.documents):
        codes = [step.code for step in steps]
        assert [code for code, times in Counter(codes).items() if times > 1] == []
        assert all(is_id(code) for code in codes)
        assert all(step.tie.anchor is not Anchor.THING for step in steps)
        assert all(step.tie.course is None for step in steps)


@EACH
def test_a_name_stands_where_a_document_is_for_more_than_the_patient(template: Template) -> None:
    for document in template.documents:
        assert ("{name}" in document.title.in_("en")) is (document.whose is not Whose.PATIENT), document
    assert not any("{name}" in task.title.in_("en") for task in template.tasks)


def test_second_opinions_need_neither_visa_nor_course() -> None:
    template = TEMPLATES["second-opinion"]
    anchors = {step.tie.anchor for step in (*template.tasks, *template.documents)}
    assert anchors == {Anchor.OPENED, Anchor.BOARD}
    assert not {DocumentKind.VISA, DocumentKind.TICKET} & {one.kind for one in template.documents}
    assert "close" in {task.code for task in template.tasks}


def test_markers_are_the_only_difference_of_their_template() -> None:
    plain, markers = TEMPLATES["proton-liver"], TEMPLATES["proton-liver-markers"]
    assert set(markers.pathway) - set(plain.pathway) == {AppointmentKind.FIDUCIAL_MARKERS}
    assert {task.code for task in markers.tasks} - {task.code for task in plain.tasks} == {
        "marker-instructions",
        "marker-wait",
        "marker-day",
    }
    assert markers.documents == plain.documents


def test_a_template_takes_over_from_its_base_leaves_out_and_puts_its_own_in_place() -> None:
    base, plain = TEMPLATES["second-opinion"], TEMPLATES["proton-liver"]
    inherited = {task.code: task for task in base.tasks if task.code not in plain.without}
    own = {task.code: task for task in plain.tasks}
    assert "decision-to-doctor" not in own
    assert all(own[code] == task for code, task in inherited.items())
    closing = {task.code: task for task in base.tasks}["close"]
    assert own["close"] != closing
    assert own["close"].tie.anchor is Anchor.LAST_FRACTION


@EACH
def test_no_text_prescribes_anything(template: Template) -> None:
    for text in texts(template):
        assert not re.search(r"\b(dose of|should take|must take|stop taking|mg)\b", text.in_("en")), text


def test_a_journey_names_its_template() -> None:
    assert template_of(make_journey(template="carbon-liver")) is TEMPLATES["carbon-liver"]
    assert template_of(make_journey(template="of-tomorrow")) is None
    assert template_of(make_journey()) is None
