"""What belongs to a thing and lies beside it in the journey is listed below its form."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.record.journey import Journey
from planner.record.money import EstimateLine, Payment, Receipt, ReceiptKind
from planner.record.place import Place
from tests.widgets.focus_walk import FocusWalk
from tests.widgets.test_forms import field_of, form_of, held, new, opened
from tests.widgets.typing import click, type_value
from ui.editing.belonging import BELONGING
from ui.editing.things_list import ThingsList
from ui.journey.journey_page import JourneyPage
from ui.shell.workspace import Workspace


def payment_with_receipts(page: JourneyPage) -> tuple[Payment, list[Receipt]]:
    assert page.journey is not None
    receipts = page.journey.receipts
    payment = next(one for one in page.journey.payments if any(it.payment == one.id for it in receipts))
    return payment, [one for one in receipts if one.payment == payment.id]


def receipts_of(page: JourneyPage) -> ThingsList:
    return form_of(page).belonging.lists["receipts"]


@pytest.mark.parametrize("cls", BELONGING, ids=lambda cls: cls.__name__)
def test_each_kind_names_a_list_of_the_journey_and_a_field_of_its_things(cls: type) -> None:
    for kind in BELONGING[cls]:
        assert kind.held_in in {field.name for field in fields(Journey)}
        assert kind.field in {field.name for field in fields(kind.cls)}


def test_a_payment_lists_its_receipts_and_leads_to_them(page: JourneyPage, qtbot: QtBot) -> None:
    payment, receipts = payment_with_receipts(page)
    opened(page, payment.id)
    rows = receipts_of(page).rows
    assert list(rows) == [one.id for one in receipts]
    assert payment.what.in_("en") not in rows[receipts[0].id].accessibleName()  # it stands above
    click(rows[receipts[0].id])
    assert form_of(page).id == receipts[0].id


def test_a_receipt_begun_there_is_of_that_payment_and_comes_back_to_it(
    space: Workspace, page: JourneyPage, qtbot: QtBot
) -> None:
    payment, receipts = payment_with_receipts(page)
    form = opened(page, payment.id)
    click(receipts_of(page).add)
    above = form_of(page)
    assert field_of(above, "payment").value == payment.id
    type_value(qtbot, field_of(above, "kind"), ReceiptKind.FAPIAO)
    click(above.add)
    assert form_of(page) is form
    assert len(receipts_of(page).rows) == len(receipts) + 1
    space.undo.trigger()
    assert list(receipts_of(page).rows) == [one.id for one in receipts]


@pytest.mark.parametrize("seconds", [0.0, float("inf")], ids=["in portions", "at once"])
def test_tab_goes_through_the_form_before_what_belongs_to_it(
    page: JourneyPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    monkeypatch.setattr("ui.editing.form.PORTION_SECONDS", seconds)
    assert page.journey is not None
    lines = [one for one in page.journey.payments if one.estimate_line]
    form = opened(page, str(lines[0].estimate_line))
    assert form.cls is EstimateLine
    form.form.finish()
    walked = FocusWalk().walk(page.window(), form)
    assert walked.out_of_order == []
    assert walked.unreached == []


def test_a_receipt_is_taken_away_by_its_key(page: JourneyPage, qtbot: QtBot) -> None:
    payment, receipts = payment_with_receipts(page)
    opened(page, payment.id)
    qtbot.keyClick(receipts_of(page).rows[receipts[0].id], Qt.Key.Key_Delete)
    assert held(page, receipts[0].id) is None
    assert receipts[0].id not in receipts_of(page).rows


def test_where_nothing_can_belong_or_a_thing_is_new_there_is_no_list(page: JourneyPage) -> None:
    assert page.journey is not None
    assert opened(page, page.journey.stays[0].id).belonging.isHidden()
    assert new(page, Payment).belonging.isHidden()
    assert new(page, Place).belonging.isHidden()
