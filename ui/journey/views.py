"""The tabs of the journey page that are views of their own; the sections stand between them."""

from __future__ import annotations

from ui.journey.view import ViewTab

#: Before the sections.
FIRST: tuple[ViewTab, ...] = ()
#: After the sections.
LAST: tuple[ViewTab, ...] = ()
