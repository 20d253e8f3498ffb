"""The record: frozen values, no I/O, no rules. One file a concept; ``journey`` holds them together.

Conventions, which the journey file and the store rely on by reflection:

* Every *thing* is a frozen, keyword-only dataclass over ``Thing``: it has an id, notes and attachments.
* Ids are ``NewType`` over ``str``, one per kind of thing; a field typed with one is a reference.
* Values (``Text``, ``When``, ``Money``, ``Booking`` …) are frozen dataclasses without an id; a value that
  may be absent (``X | None``) has at least one field that is never ``None``.
* Sequences are tuples, in the order people keep them; choices are ``StrEnum``.
* Unknown is ``None``, ``""`` or an empty ``Text`` — never a guess. Units are in the name (``dose_gy_rbe``).
"""
