"""The gettext catalogues: what the sources say, what the translators made of it, and the compiled form.

    python tools/catalogues.py            bring planner.pot and every planner.po up to date, then compile
    python tools/catalogues.py compile    only compile each planner.po to planner.mo

Messages are found in the syntax tree, not by a pattern, so that a message inside another is found too.
"""

from __future__ import annotations

import ast
import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "translations"
SOURCES = ("planner", "ui")
DOMAIN = "planner"

#: The markers of planner/message.py and how many of their first arguments are texts.
MARKERS = {"N_": 1, "NN_": 2, "NP_": 2}
COMMENT = "# Translators:"

_HEADER = "# Translations of the treatment-journey planner; made up to date by `make catalogues`."

#: Header lines that say nothing here, or change by themselves and make two people's work conflict.
_NOISE = (
    '"Project-Id-Version:',
    '"Report-Msgid-Bugs-To:',
    '"POT-Creation-Date:',
    '"PO-Revision-Date:',
    '"Last-Translator:',
    '"Language-Team:',
    '"Generated-By:',
)


@dataclass(frozen=True, slots=True)
class Found:
    """One marked message in the sources.

    ``fields`` is ``None`` where they are only known when it runs: they are given as ``**params``, or the
    message stands in a table of a module, to be filled by whoever takes it from there.
    """

    msgid: str
    plural: str | None
    context: str | None
    fields: frozenset[str] | None
    comment: str
    path: str
    line: int


class NotLiteral(Exception):
    """A marker was given something other than a literal text, so no catalogue can know it."""


def messages(source: str, path: str) -> Iterator[Found]:
    """Every marked message of one Python source.

    Raises: NotLiteral, naming file and line.
    """
    lines = source.splitlines()
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Lambda)]
    said = {inner for function in functions for inner in ast.walk(function)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in MARKERS:
            yield _found(node, lines, path, in_table=node not in said)


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _found(call: ast.Call, lines: list[str], path: str, *, in_table: bool) -> Found:
    marker = _name(call.func)
    texts: list[str] = []
    for argument in call.args[: MARKERS[marker]]:
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            raise NotLiteral(f"{path}:{call.lineno}: {marker} needs a literal text")
        texts.append(argument.value)
    if len(texts) < MARKERS[marker]:
        raise NotLiteral(f"{path}:{call.lineno}: {marker} needs {MARKERS[marker]} literal texts")
    names = {keyword.arg for keyword in call.keywords} | ({"count"} if marker == "NN_" else set())
    above = lines[call.lineno - 2].strip() if call.lineno > 1 else ""
    return Found(
        msgid=texts[1] if marker == "NP_" else texts[0],
        plural=texts[1] if marker == "NN_" else None,
        context=texts[0] if marker == "NP_" else None,
        fields=None if None in names or (in_table and not names) else frozenset(map(str, names)),
        comment=above.removeprefix(COMMENT).strip() if above.startswith(COMMENT) else "",
        path=path,
        line=call.lineno,
    )


def found(root: Path = ROOT) -> list[Found]:
    """Every marked message of the program, in the order of files and lines."""
    return [
        message
        for folder in SOURCES
        for path in sorted((root / folder).rglob("*.py"))
        if path != root / "planner" / "message.py"
        for message in sorted(
            messages(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix()),
            key=lambda message: message.line,
        )
    ]


def template(root: Path = ROOT) -> Catalog:
    """The catalogue of what the sources say, without translations."""
    catalog = Catalog(charset="utf-8", header_comment=_HEADER, fuzzy=False)
    for message in found(root):
        catalog.add(
            (message.msgid, message.plural) if message.plural is not None else message.msgid,
            locations=[(message.path, 0)],
            auto_comments=[message.comment] if message.comment else [],
            context=message.context,
        )
    return catalog


def locales() -> list[str]:
    """The locales that have a catalogue."""
    return sorted(path.parts[-3] for path in TRANSLATIONS.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def po_path(locale: str) -> Path:
    """Where the translators of a locale work."""
    return TRANSLATIONS / locale / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(path: Path, locale: str | None = None) -> Catalog:
    """A catalogue from its file; a damaged one raises."""
    with path.open("rb") as file:
        return read_po(file, locale=locale, abort_invalid=True)


def text_of(catalog: Catalog) -> str:
    """A catalogue as it is kept: by file, without line numbers or dates, so that it seldom conflicts."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    lines = buffer.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_NOISE))


def update() -> None:
    """Bring the template and each catalogue up to date; what the sources no longer say is dropped."""
    _write(TRANSLATIONS / f"{DOMAIN}.pot", text_of(template()))
    for locale in locales():
        catalog = read(po_path(locale), locale)
        catalog.update(template(), no_fuzzy_matching=True, update_header_comment=True)
        catalog.fuzzy = False
        if locale == "en":
            _say_it_as_it_is(catalog)
        _write(po_path(locale), text_of(catalog))


def _say_it_as_it_is(catalog: Catalog) -> None:
    for message in catalog:
        if message.id and not any(strings(message)):
            message.string = message.id


def english(message: Message) -> list[str]:
    """The English of a message: one text, or singular and plural."""
    said: Any = message.id
    return list(said) if message.pluralizable else [said]


def strings(message: Message) -> list[str]:
    """What a catalogue says for a message: one text, or one for each plural form of its language."""
    said: Any = message.string
    return list(said) if message.pluralizable else [said]


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")


def compile_all() -> list[Path]:
    """Compile each catalogue beside its source; returns the compiled files."""
    compiled = []
    for locale in locales():
        binary = io.BytesIO()
        write_mo(binary, read(po_path(locale), locale))
        path = po_path(locale).with_suffix(".mo")
        if not path.exists() or path.read_bytes() != binary.getvalue():
            unfinished = path.with_name(f"{path.name}.{os.getpid()}")
            unfinished.write_bytes(binary.getvalue())
            unfinished.replace(path)  # whole or not at all, since a running program may be reading it
        path.touch()  # newer than its source, so that it is not compiled again when it is read
        compiled.append(path)
    return compiled


def missing(catalog: Catalog) -> list[str]:
    """The English of what a catalogue does not say yet."""
    return [english(message)[0] for message in catalog if message.id and not all(strings(message))]


def main(arguments: list[str]) -> int:
    """The command line of this file."""
    if arguments == ["compile"]:
        compile_all()
        return 0
    if arguments:
        print(__doc__)
        return 2
    update()
    compile_all()
    for locale in locales():
        untranslated = missing(read(po_path(locale), locale))
        print(f"{locale}: {len(untranslated)} to translate")
        for msgid in untranslated:
            print(f"  {msgid}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
