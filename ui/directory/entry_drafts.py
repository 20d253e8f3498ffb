"""What was typed into the form of a shared entry and is not in the directory yet, kept and shown again."""

from __future__ import annotations

from typing import Any

from planner.record.contact import Contact
from planner.record.place import Place
from planner.session import Draft, Session
from planner.session.drafts import values_from_json, values_to_json
from ui.editing.draft_words import put_back, words_in
from ui.editing.form import Form

_KINDS: dict[str, type[Place] | type[Contact]] = {cls.__name__: cls for cls in (Place, Contact)}


def keep(session: Session, entry: Place | Contact, form: Form, *, is_new: bool) -> None:
    """Keep what stands in ``form`` and is no value of ``entry``; of a new one everything but how it began.

    Raises: StoreError.
    """
    typed = words_in(form, in_hand=not is_new)
    values: dict[str, Any] = {}
    if is_new:
        held = form.values
        values = {
            name: held[name] for name in held if name not in typed and held[name] != getattr(entry, name)
        }
    if not typed and not values:
        session.drafts.drop(entry.id)
        return
    kind = type(entry)
    session.drafts.keep(
        Draft(
            key=entry.id,
            kept_at=session.now(),
            kind=kind.__name__ if is_new else "",
            values=values_to_json(kind, values),
            typed=typed,
        )
    )


def take_up(session: Session, id: str, form: Form) -> None:
    """Show in ``form`` what was kept of the entry of that id, and why it is no value."""
    draft = session.drafts.get(id)
    if draft is not None:
        form.show_values(values_from_json(form.cls, draft.values))
        put_back(form, draft.typed)


def not_added(session: Session) -> tuple[Draft, ...]:
    """The entries that were begun and not added, oldest first."""
    return tuple(one for one in session.drafts.of("") if one.kind in _KINDS)


def kind_of(draft: Draft) -> type[Place] | type[Contact]:
    """What it would be."""
    return _KINDS[draft.kind]
