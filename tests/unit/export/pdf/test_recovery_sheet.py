"""The recovery sheet, read back: every group with its number, both languages, one page."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from planner.export.pdf.paper import Paper
from planner.export.pdf.recovery_sheet import recovery_sheet
from planner.store.recovery_code import groups_of, new_recovery_code
from tests.unit.export.pdf.pdf_ua import faults

MADE = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_the_code_stands_on_one_page_in_both_languages(paper: Paper) -> None:
    groups = groups_of(new_recovery_code())
    data = recovery_sheet(groups, record="患者 record", made_at=MADE, paper=paper)
    (page,) = PdfReader(io.BytesIO(data)).pages
    words = page.extract_text().replace(" ", "").replace("\u00a0", "")
    assert all(group in words for group in groups)
    assert "患者record" in words
    assert "Recoverysheet" in words
    assert "恢复码" in words
    assert faults(data) == []


def test_nothing_about_the_file_tells_the_code() -> None:
    groups = groups_of(new_recovery_code())
    data = recovery_sheet(groups, record="record", made_at=MADE)
    told = str(PdfReader(io.BytesIO(data)).metadata)
    assert not any(group in told for group in groups)
    assert recovery_sheet(groups, record="record", made_at=MADE) == data
