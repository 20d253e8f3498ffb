"""Hanzi are read as pypinyin reads them, without loading it."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

from planner.store.hanzi_readings import readings

#: Pypinyin itself, in a process of its own, so that this one stays as small as it is in use.
ORACLE = """
import json, sys
from pypinyin import Style, pinyin
runs = json.load(sys.stdin)
json.dump([pinyin(run, style=Style.NORMAL, heteronym=True) for run in runs], sys.stdout)
"""


def test_readings_are_those_of_pypinyin() -> None:
    import pypinyin

    known = list(json.loads(Path(pypinyin.__file__).with_name("phrases_dict.json").read_text("utf-8")))
    pick = random.Random(7)
    characters = "".join(known)
    runs = ["重庆", "长沙第一医院", "朝阳", "吕", "あ李", "佐々木", "重庆あ长沙", "〇", "三不大", "𠀀"]
    runs += pick.sample(known, 400)
    runs += ["".join(pick.sample(known, 3)) for _ in range(400)]
    runs += ["".join(pick.choices(characters, k=pick.randrange(1, 12))) for _ in range(800)]
    said = subprocess.run(
        [sys.executable, "-c", ORACLE],
        input=json.dumps(runs),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for run, heard in zip(runs, json.loads(said), strict=True):
        assert readings(run) == heard, run


def test_a_phrase_settles_how_its_characters_are_read() -> None:
    assert readings("重庆") == [["chong"], ["qing"]]
    assert readings("重") == [["zhong", "chong", "tong"]]
