"""The agency's logo: kept in the record as an attachment of the agency, read for the paper."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from planner.edits.directory import change_entry
from planner.errors import InputError, StoreError
from planner.input_limits import LOGO_BYTES, LOGO_FILE_BYTES, LOGO_FILE_SIDE_PIXELS
from planner.message import N_
from planner.record.agency import Agency
from planner.record.ids import AttachmentId
from planner.record.thing import Attachment
from planner.session.attachments import Brought

if TYPE_CHECKING:
    from planner.session.session import Session
    from planner.store.vault import Vault

#: What a file may have that a logo is taken from.
LARGEST_LOGO_FILE_BYTES = LOGO_FILE_BYTES
LOGO_SIDE_LIMIT = LOGO_FILE_SIDE_PIXELS
#: How large it stands on paper: made ready at 300 dots an inch.
LOGO_PIXELS = (945, 189)  # 80 × 16 mm, planner.export.pdf.logo


class AgencyLogo:
    """On the session's thread. A logo comes made ready for paper (``planner.export.pdf.logo``)."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault

    def attachment(self, agency: Agency | None) -> Attachment | None:
        """The attachment of ``agency`` that is its logo."""
        if agency is None or agency.logo is None:
            return None
        return next((one for one in agency.attachments if one.id == agency.logo), None)

    def data(self, agency: Agency | None) -> bytes:
        """The picture; empty where there is none, or its contents are not in the record or not whole."""
        logo = self.attachment(agency)
        if logo is None or logo.size_bytes > LOGO_BYTES:
            return b""
        try:
            return self._vault.files.read(logo.sha256)
        except StoreError:
            return b""

    def choose(self, name: str, png: bytes) -> None:
        """Print this from now on; undoable. Raises: InputError when there is no agency yet, StoreError."""
        directory = self._session.directory()
        agency = directory.agency
        if agency is None:
            raise InputError(N_("Enter the agency before its logo."))
        stored = self._vault.files.add(BytesIO(png))
        brought = Brought(name, "image/png", stored)
        logo = self._session.attachments.attachment(brought, agency.zone or "UTC")
        kept = tuple(one for one in agency.attachments if one.id != agency.logo)
        self._change(agency, logo.id, (*kept, logo))

    def remove(self) -> None:
        """Print none; undoable."""
        agency = self._session.directory().agency
        if agency is not None and agency.logo is not None:
            self._change(agency, None, tuple(o for o in agency.attachments if o.id != agency.logo))

    def _change(self, agency: Agency, logo: AttachmentId | None, attachments: tuple[Attachment, ...]) -> None:
        values = {"logo": logo, "attachments": attachments}
        self._session.run(change_entry(self._session.directory(), agency.id, values))
