"""How large, how deep and how many: the bounds of every file this program reads, in one place.

A file beyond its bound is refused with one sentence before more of it is read. The bounds are far above
anything real and low enough that no file makes the program slow or hungry: ``make fuzz`` holds every
reader to :data:`SLOWEST_READ_SECONDS` and :data:`MOST_MEMORY_BYTES`.
"""

from __future__ import annotations

_KB, _MB = 1 << 10, 1 << 20

#: What one hostile file may cost at most, measured by ``tests/fuzz``.
SLOWEST_READ_SECONDS = 2.0
MOST_MEMORY_BYTES = 200 * _MB

# -- journey files (docs/file-format.md) ---------------------------------------------------------------

#: The whole file, embedded attachments in base64 included. A folder of DICOM images goes on a disc.
JOURNEY_FILE_BYTES = 128 * _MB
#: The attachments embedded in it, decoded; base64 makes four bytes of three.
JOURNEY_FILE_CONTENTS_BYTES = 80 * _MB
#: Values of one JSON text (objects, lists, words, numbers); the fullest real journey has some ten thousand.
JSON_VALUES = 500_000
#: Objects and lists within one another.
JSON_DEPTH = 64
#: Digits of one number, written out.
JSON_NUMBER_DIGITS = 40

# -- calendars of public holidays ----------------------------------------------------------------------

#: Twenty years of the aggregated holiday-cn calendar take 200 kB.
CALENDAR_FILE_BYTES = 2_000_000
#: Events, alarms and zones of a calendar file; twenty years of holidays are about a thousand.
CALENDAR_FILE_COMPONENTS = 5_000
#: Its lines; reading one costs fifty microseconds.
CALENDAR_FILE_LINES = 25_000

# -- what is attached ----------------------------------------------------------------------------------

#: One attached file. A study of DICOM slices is often larger and stays on its disk.
ATTACHMENT_BYTES = 256 * _MB
#: A file that the agency's logo is taken from, and the picture made of it for paper.
LOGO_FILE_BYTES = 2 * _MB
LOGO_BYTES = 1 * _MB
LOGO_SIDE_PIXELS = 2_000
#: How wide or high the picture in such a file may be.
LOGO_FILE_SIDE_PIXELS = 4_000

# -- files of the program's own ------------------------------------------------------------------------

KEY_FILE_BYTES = 256 * _KB
KEY_FILE_WRAPS = 100
SETTINGS_BYTES = 1 * _MB
LOG_ANCHOR_BYTES = 4 * _KB
ATTEMPTS_BYTES = 4 * _KB
BACKUP_MANIFEST_BYTES = 64 * _MB
