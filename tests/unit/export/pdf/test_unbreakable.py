"""Dates, times, amounts, numbers and codes stay on one line."""

from __future__ import annotations

from itertools import pairwise

import pytest

from planner.export.pdf.unbreakable import runs


def _parts(text: str) -> list[str]:
    """The text cut wherever no run holds it together, without the spaces around."""
    held = {i for start, end in runs(text) for i in range(start + 1, end)}
    cuts = [0, *(i for i in range(1, len(text)) if i not in held), len(text)]
    return [part for a, b in pairwise(cuts) if len(part := text[a:b].strip()) > 1]


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("leave at 17:00 sharp", "17:00"),
        ("at 5:35 am on", "5:35 am"),
        ("by 10:35 NZDT at home", "10:35 NZDT"),
        ("open 10:20–11:00 only", "10:20–11:00"),
        ("on Monday 8 March 2027, early", "Monday 8 March 2027"),
        ("on Mon 8 Mar, early", "Mon 8 Mar"),
        ("sessions 6–9 April 2027", "6–9 April 2027"),
        ("by March 8, 2027 at", "March 8, 2027"),
        ("on 2027-03-08 or", "2027-03-08"),
        ("于2027年3月8日抵达", "2027年3月8日"),
        ("于3月8日（星期一）抵达", "3月8日（星期一）"),
        ("请于上午10:20到", "上午10:20"),
        ("请于晚上9点半到", "晚上9点半"),
        ("共15次治疗", "15次"),
        ("第3次治疗", "第3次"),
        ("24小时内登记", "24小时"),
        ("of 58.05 Gy(RBE) in all", "58.05 Gy(RBE)"),
        ("in 15 fractions of", "15 fractions"),
        ("about 15–24 days later", "15–24 days"),
        ("pay CNY 230,000.00 now", "CNY 230,000.00"),
        ("押金¥100,000元整", "¥100,000元"),
        ("余额人民币80,000.00元。", "人民币80,000.00元"),
        ("另付900.00新西兰元的", "900.00新西兰元"),
        ("flight 3U3812 from", "3U3812"),
        ("flight NZ 289 from", "NZ 289"),
        ("train G2104 to", "G2104"),
        ("ring +64 7 839 1234 or", "+64 7 839 1234"),
        ("电话028-8542 0000转12。", "028-8542 0000转12"),
        ("in Room 204, please", "Room 204"),
        ("3号楼2层204室", "204室"),
        ("on the 2nd floor of", "2nd floor"),
        ("a 4D-CT scan", "4D-CT"),
        ("code C22.0 there", "C22.0"),
        ("tally 7/15 today", "7/15"),
        ("ask Dr Yang there", "Dr Y"),
    ],
)
def test_stays_together(text: str, run: str) -> None:
    assert any(run in part for part in _parts(text))


@pytest.mark.parametrize("text", ["周围的人", "In April we", "the patient and companion", "请在到达口等候"])
def test_ordinary_words_part_freely(text: str) -> None:
    assert not _parts(text)
