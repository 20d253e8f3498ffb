"""Which document of a journey a file is, going by the name of the file, in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from planner.i18n import translator
from planner.record.document import Document
from planner.record.ids import DocumentId, TravellerId
from planner.record.journey import Journey
from planner.record.kind_names import DOCUMENT_KINDS
from planner.store.search_words import fold

_LOCALES = ("en", "zh_CN")
_HANZI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_LATIN = re.compile("[a-z]{2,}")
_HUMP = re.compile("(?<=[a-z])(?=[A-Z])")
#: What says nothing of which document it is: little words, and what scanners and people add to names.
_IDLE = frozenset(
    "an and at by for from in of on or the to with copy doc docx document file final image img jpeg jpg new"
    " page pdf photo png scan scanned signed version 复印 印件 扫描 描件 文件 最终 终版".split()
)


@dataclass(frozen=True, slots=True)
class LikelyDocuments:
    """``best`` is the one that the names say, ``None`` where they say none or could mean several.

    ``fitting`` are all with a word of theirs, the best first, of equals the one with fewest other words.
    """

    best: DocumentId | None
    fitting: tuple[DocumentId, ...]


def likely_documents(journey: Journey, files: Sequence[str]) -> LikelyDocuments:
    """Which document files of these names are; several files are one only if each of them is that one.

    Titles in every language and the names of kinds are compared, without case, digits and what separates
    words. A document is meant that has more of the file's words than any other has, and at least half of
    those that any has; a name that only one traveller bears counts for that traveller's documents. Where an
    original and its translation have as many, it is the original.
    """
    each = [_fits(journey, name) for name in files]
    best = {_best(journey, fits, name) for fits, name in zip(each, files, strict=True)}
    whole = {one.id: sum(fits.get(one.id, 0) for fits in each) for one in journey.documents}
    length = {one.id: len(_words(*_names(one))) for one in journey.documents}
    fitting = sorted((id for id, count in whole.items() if count), key=lambda id: (-whole[id], length[id]))
    return LikelyDocuments(best.pop() if len(best) == 1 else None, tuple(fitting))


def _fits(journey: Journey, file: str) -> dict[DocumentId, int]:
    """How many words of a file's name each document has; those that have none are left out."""
    said = _words(PurePath(file).stem)
    bearer = _bearer(journey, said)
    found: dict[DocumentId, int] = {}
    for one in journey.documents:
        if shared := len(said & _words(*_names(one))):
            found[one.id] = shared + (bearer is not None and one.traveller == bearer)
    return found


def _best(journey: Journey, fits: dict[DocumentId, int], file: str) -> DocumentId | None:
    if not fits:
        return None
    most = max(fits.values())
    documents = {one.id: one for one in journey.documents}
    first = [id for id, count in fits.items() if count == most]
    first = [id for id in first if documents[id].translation_of not in first]
    known = _words(PurePath(file).stem) & {word for one in journey.documents for word in _words(*_names(one))}
    return first[0] if len(first) == 1 and 2 * most >= len(known) else None


def _bearer(journey: Journey, said: frozenset[str]) -> TravellerId | None:
    """The traveller whose name the words hold, where it is nobody else's too."""
    named = {
        one.id: _words(one.surname, one.given_names, one.preferred_name, one.name_hanzi)
        for one in journey.travellers
    }
    bearers = []
    for id, words in named.items():
        others = {word for other, held in named.items() if other != id for word in held}
        if said & (words - others):
            bearers.append(id)
    return bearers[0] if len(bearers) == 1 else None


def _names(document: Document) -> Iterator[str]:
    yield from document.title.wording.values()
    kind = DOCUMENT_KINDS.get(document.kind)
    if kind is not None:
        yield from (translator(locale).text(kind) for locale in _LOCALES)


def _words(*names: str) -> frozenset[str]:
    """Latin words of two letters and more, and each pair of hanzi that follow one another."""
    return frozenset(
        word for name in names for word in _split(fold(_HUMP.sub(" ", name))) if word not in _IDLE
    )


def _split(name: str) -> Iterable[str]:
    yield from _LATIN.findall(name)
    for run in _HANZI.findall(name):
        yield from (run[at : at + 2] for at in range(len(run) - 1))
