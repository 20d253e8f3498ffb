"""The journey file as a document: what it is called, which version this is, how big it may get.

``docs/file-format.md`` describes it for those who write or read one without this program.
"""

from __future__ import annotations

from planner.input_limits import JOURNEY_FILE_BYTES, JOURNEY_FILE_CONTENTS_BYTES

FORMAT = "treatment-journey"
#: Raised when a reader of the version before would misread the file; new fields alone do not raise it.
VERSION = 1
SUFFIX = ".journey.json"

MAX_FILE_BYTES = JOURNEY_FILE_BYTES
MAX_CONTENTS_BYTES = JOURNEY_FILE_CONTENTS_BYTES

#: The document's own fields, in the order written.
FIELDS = ("format", "version", "journey", "contents")
#: What the pointer of an unknown field of the document itself begins with; a journey's own never does.
DOCUMENT_PREFIX = "/"
