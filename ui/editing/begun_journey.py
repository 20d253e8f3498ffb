"""A journey that is being entered and is not in the record yet: kept as a draft, shown again as it stood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from planner.record.json_text import Json
from planner.session import Draft, Session
from planner.session.drafts import values_from_json, values_to_json
from ui.editing.choice_list import ChoiceList
from ui.editing.field_row import FieldRow
from ui.editing.kept_words import lines_of, type_again

KEY = "new-journey"
_PATHWAY = "pathway"
_KEEP_AFTER_MS = 800


class BegunJourney(QObject):
    """What stands in ``rows`` (by class and field: ``traveller.surname``) and is chosen in ``pathways``.

    ``usual`` names the fields that are filled by themselves: they alone begin no journey.

    Signals:
        changed: something was entered or taken away.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        classes: Mapping[str, Any],
        rows: Mapping[str, FieldRow],
        pathways: ChoiceList,
        usual: frozenset[str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._classes = classes
        self._rows = rows
        self._pathways = pathways
        self._usual = usual
        self._untouched = self._values()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self.keep)
        for row in rows.values():
            row.field.edited.connect(self._wait)
            row.field.committed.connect(self._wait)
        for button in pathways.buttons.values():
            button.toggled.connect(self._wait)

    @property
    def is_there(self) -> bool:
        """Whether anything was entered."""
        held = self._values()
        differs = any(held[key] != self._untouched[key] for key in held if key not in self._usual)
        return differs or bool(self._typed()) or bool(self._pathways.choice)

    @property
    def is_gone(self) -> bool:
        """Whether what was entered and kept is kept no more, since whom it named was erased."""
        waits = self._waiting.isActive()
        return self.is_there and not waits and self._session.drafts.get(KEY) is None

    def take_up(self) -> None:
        """Show what was entered before."""
        draft = self._session.drafts.get(KEY)
        if draft is None:
            return
        for key, value in self._read(draft.values).items():
            self._rows[key].field.show_value(value)
        for key, lines in draft.typed.items():
            if key in self._rows:
                type_again(self._rows[key].field, lines)
        chosen = draft.values.get(_PATHWAY)
        if isinstance(chosen, str) and chosen in self._pathways.buttons:
            self._pathways.choose(chosen)
        self._waiting.stop()

    def keep(self) -> None:
        """Keep what stands here; nothing where nothing does. Raises: StoreError."""
        self._waiting.stop()
        if not self.is_there:
            self._session.drafts.drop(KEY)
            return
        values: dict[str, Json] = {_PATHWAY: self._pathways.choice}
        whole = self._values()
        for name, cls in self._classes.items():
            values |= {f"{name}.{field}": one for field, one in values_to_json(cls, _of(name, whole)).items()}
        self._session.drafts.keep(
            Draft(key=KEY, kept_at=self._session.now(), values=values, typed=self._typed())
        )

    def keep_if_waiting(self) -> None:
        """Keep it at once where it would be in a moment."""
        if self._waiting.isActive():
            self.keep()

    def drop(self) -> None:
        """It is in the record now, or is not wanted."""
        self._waiting.stop()
        self._session.drafts.drop(KEY)

    def _wait(self) -> None:
        self._waiting.start(_KEEP_AFTER_MS)
        self.changed.emit()

    def _values(self) -> dict[str, Any]:
        return {key: row.value for key, row in self._rows.items() if row.field.problem is None}

    def _typed(self) -> dict[str, tuple[str, ...]]:
        """What stands in a control and is no value."""
        wrong = ((key, row.field) for key, row in self._rows.items() if row.field.problem is not None)
        return {key: lines_of(field) for key, field in wrong}

    def _read(self, values: Mapping[str, Json]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, cls in self._classes.items():
            read = values_from_json(cls, _of(name, values))
            found |= {f"{name}.{field}": value for field, value in read.items()}
        return {key: value for key, value in found.items() if key in self._rows}


def _of(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of one class, by field."""
    return {key.partition(".")[2]: one for key, one in values.items() if key.startswith(f"{name}.")}
