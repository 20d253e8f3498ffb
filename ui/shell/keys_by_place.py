"""Keys that hold in one place only, or belong to a kind of control wherever it stands; for the keyboard map.

Commands with a shortcut of their own, which hold everywhere, are not here: the map asks for those.
"""

from __future__ import annotations

from planner.message import N_, NP_, Message

Keys = tuple[tuple[Message, str], ...]

#: By place, in the order of the map; several ways to do the same stand with " / " between them.
KEYS_BY_PLACE: tuple[tuple[Message, Keys], ...] = (
    (
        NP_("keyboard", "Anywhere"),
        (
            (N_("Next control, the one before"), "Tab / Shift+Tab"),
            (N_("Press the focused button"), "Space / Return"),
            (N_("In Find on this page: the next place, the one before"), "Return / Shift+Return"),
            (N_("Back out: close what is open, leave a field unchanged"), "Esc"),
        ),
    ),
    (
        NP_("keyboard", "In a list"),
        (
            (N_("Up and down"), "↑ ↓"),
            (N_("Open the line"), "Return"),
            (N_("Do what the line’s button says"), "Space"),
            (N_("Begin to search"), "A…Z"),
            (N_("To the first, to the last"), "Home / End"),
            (N_("Sort the journeys by the next column, the one before"), "Shift+→ / Shift+←"),
            (N_("Sort the journeys upwards, downwards"), "Shift+↑ / Shift+↓"),
        ),
    ),
    (
        NP_("keyboard", "On a journey"),
        (
            (N_("Export"), "Ctrl+E"),
            (N_("Print the timeline or the itinerary"), "Ctrl+P"),
            (N_("Session before, session after, in the course calendar"), "← →"),
            (N_("Open the session"), "Return"),
        ),
    ),
    (
        NP_("keyboard", "In a form"),
        (
            (N_("Add what is in the form"), "Ctrl+Return"),
            (N_("Duplicate"), "Ctrl+D"),
            (N_("Unfold the calendar of a date or the list of a field"), "Alt+↓ / F4"),
            (N_("A day later, a day earlier"), "↑ ↓"),
            (N_("A new line in a text"), "Shift+Return"),
            (N_("Standard sentences, in an empty text"), "↓"),
            (N_("Words were written in this language first"), "Ctrl+Shift+L"),
            (N_("Somebody has read this translation, or nobody has"), "Ctrl+Shift+R"),
            (N_("Move a line of a list up or down"), "Alt+↑ / Alt+↓"),
            (N_("Take a line of a list away"), "Del"),
            (N_("Rename an attached file"), "F2"),
        ),
    ),
    (
        NP_("keyboard", "On the timeline"),
        (
            (N_("Thing before, thing after"), "← →"),
            (N_("Lane above, lane below"), "↑ ↓"),
            (N_("Move the thing a day earlier or later"), "Alt+← / Alt+→"),
            (N_("Let the nights end a day earlier or later"), "Alt+Shift+← / Alt+Shift+→"),
            (N_("Accept the move; open the thing"), "Return"),
            (N_("Zoom in, zoom out"), "+ / -"),
            (N_("The whole journey"), "0"),
            (NP_("timeline", "Today"), "T"),
            (N_("Earlier, later in time"), "PgUp / PgDown"),
            (N_("Shift the view"), "Shift+← / Shift+→"),
        ),
    ),
    (
        NP_("keyboard", "On a paper"),
        (
            (N_("Next screen, the one before"), "PgDown / PgUp"),
            (N_("Larger, smaller"), "Ctrl++ / Ctrl+-"),
            (N_("As wide as there is room"), "Ctrl+0"),
            (N_("First page, last page"), "Home / End"),
        ),
    ),
)
