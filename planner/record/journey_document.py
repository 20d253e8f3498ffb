"""The journey file as a document: what it is called, which version this is, how big it may get.

``docs/file-format.md`` describes it for those who write or read one without this program.
"""

from __future__ import annotations

FORMAT = "treatment-journey"
#: Raised when a reader of the version before would misread the file; new fields alone do not raise it.
VERSION = 1
SUFFIX = ".journey.json"

#: What is read into memory at most. A folder of DICOM images goes on a disc, not into this file.
MAX_FILE_BYTES = 128 * 2**20
#: What embedded attachments may come to, decoded; base64 makes four bytes of three.
MAX_CONTENTS_BYTES = 80 * 2**20

#: The document's own fields, in the order written.
FIELDS = ("format", "version", "journey", "contents")
#: What the pointer of an unknown field of the document itself begins with; a journey's own never does.
DOCUMENT_PREFIX = "/"
