"""The things on the scene: each with its item, kept while it is there and touched only when it differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from planner.rules.finding import Severity
from planner.session.timeline import Mark
from ui.journey.timeline.dress import Dress
from ui.journey.timeline.placed import ROW, Placed
from ui.journey.timeline.scale import Scale
from ui.journey.timeline.seen import Seen
from ui.journey.timeline.sight import Sight
from ui.journey.timeline.signs import worst
from ui.journey.timeline.stack import Stack
from ui.journey.timeline.thing_item import ThingItem
from ui.journey.timeline.words import slack_of


class Things:
    """What stands on ``scene``. ``severities`` and ``late`` are by the id of a thing.

    ``chosen`` is the id of the chosen thing, ``has_keys`` whether the keyboard is here.
    """

    def __init__(self, scene: QGraphicsScene, dress: Callable[[], Dress], sight: Callable[[], Sight]) -> None:
        self._scene = scene
        self._dress = dress
        self._sight = sight
        self._items: dict[str, ThingItem] = {}
        self._by_thing: dict[str, ThingItem] = {}
        self._ghosts: list[ThingItem] = []
        self._faded: frozenset[str] = frozenset()
        self._scale: Scale | None = None
        self.severities: Mapping[str, Severity | None] = {}
        self.late: frozenset[str] = frozenset()
        self.chosen = ""
        self.has_keys = False

    def place(self, stack: Stack, scale: Scale) -> None:
        """Show what is laid out; items of what is no longer there go."""
        self._scale = scale
        wanted: dict[str, Seen] = {}
        for place, lane in enumerate(stack.lanes):
            for placed in lane.placed:
                wanted[placed.key] = self._seen(placed, stack.row_top(place, placed.row))
        for key in self._items.keys() - wanted.keys():
            self._scene.removeItem(self._items.pop(key))
        self._by_thing.clear()
        for key, seen in wanted.items():
            item = self._items.get(key)
            if item is None:
                item = self._items[key] = ThingItem(seen, self._dress, self._sight)
                self._scene.addItem(item)
            else:
                item.show_seen(seen)
            for mark in seen.placed.marks:
                self._by_thing[mark.id] = item

    def clear(self) -> None:
        """Take every thing away."""
        self.show_ghosts(())
        for item in self._items.values():
            self._scene.removeItem(item)
        self._items.clear()
        self._by_thing.clear()

    def item(self, id: str) -> ThingItem | None:
        """What shows the thing of that id: itself, or the cluster it is counted in."""
        return self._by_thing.get(id)

    def at(self, point: QPointF) -> Placed | None:
        """What is at a point of the scene, its name included; a sign or bar before a name beside it."""
        found = (item.seen.placed for item in self._items.values() if _touches(item, point, self._sight()))
        return min(found, key=lambda one: _away(one, point.x()), default=None)

    def show_choice(self, chosen: str, has_keys: bool) -> None:
        """Show another thing as the chosen one, or the same with or without the keyboard."""
        before, self.chosen, self.has_keys = self.chosen, chosen, has_keys
        self._show_again({before, chosen})

    def show_ghosts(self, ghosts: Iterable[tuple[Placed, float]]) -> None:
        """Show where things would go, each with the y of its row; what stands there now fades meanwhile."""
        for item in self._ghosts:
            self._scene.removeItem(item)
        self._ghosts = []
        for placed, top in ghosts:
            item = ThingItem(self._seen(placed, top, ghost=True), self._dress, self._sight)
            item.setZValue(1)
            self._scene.addItem(item)
            self._ghosts.append(item)
        before, self._faded = self._faded, frozenset(item.seen.placed.mark.id for item in self._ghosts)
        self._show_again(before ^ self._faded)

    @property
    def ghosts(self) -> tuple[Placed, ...]:
        """What is shown of where things would go."""
        return tuple(item.seen.placed for item in self._ghosts)

    def follow_the_view(self, before: Sight) -> None:
        """Names at the edges of the view go with it."""
        sight = self._sight()
        for item in (*self._items.values(), *self._ghosts):
            if not item.looks_alike(sight, before):
                item.update()

    def names(self) -> list[tuple[Placed, QRectF]]:
        """Every name that is written in the view now, with its place on the scene."""
        sight = self._sight()
        found = [(item.seen, *item.name(sight)) for item in self._items.values()]
        return [(seen.placed, QRectF(x, seen.top, width, ROW)) for seen, x, width in found if width]

    def _show_again(self, ids: Iterable[str]) -> None:
        for id in ids:
            if (item := self._by_thing.get(id)) is not None:
                item.show_seen(self._seen(item.seen.placed, item.seen.top))

    def _seen(self, placed: Placed, top: float, *, ghost: bool = False) -> Seen:
        marks = placed.marks
        many, first = len(marks), marks[0]
        chosen = not ghost and any(mark.id == self.chosen for mark in marks)
        number = many if many > 1 else first.number
        assert self._scale is not None  # nothing is seen before it is placed
        return Seen(
            placed=placed,
            top=top,
            scale=self._scale,
            late=any(mark.id in self.late for mark in marks),
            severity=None if ghost else self._severity(marks),
            chosen=(2 if self.has_keys else 1) if chosen else 0,
            ghost=ghost,
            faded=not ghost and many == 1 and first.id in self._faded,
            slack_days=slack_of(first) if first.permitted else None,
            number="" if number is None else str(number),
        )

    def _severity(self, marks: tuple[Mark, ...]) -> Severity | None:
        return worst([found for mark in marks if (found := self.severities.get(mark.id)) is not None])


def _away(placed: Placed, x: float) -> tuple[bool, float]:
    return not placed.x0 <= x <= placed.x1, abs(placed.x0 - x)


def _touches(item: ThingItem, at: QPointF, sight: Sight) -> bool:
    placed, top = item.seen.placed, item.seen.top
    name, width = item.name(sight)
    left = min(placed.x0, name) if width else placed.x0
    right = max(placed.x1, name + width) if width else placed.x1
    return top <= at.y() <= top + ROW and left - 2 <= at.x() <= right + 2
