"""What a PDF says about itself: the information dictionary, XMP with the PDF/UA mark, and embedded files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import md5

from planner.export.pdf.compact_file import CompactDocument
from planner.export.pdf.objects import date_string, name, stream, text_string

_CREATOR = "Treatment Journey Planner"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<pdf:Producer>{creator}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def escape(text: str) -> str:
    """Text as XML content."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself. It must hold nothing that the file's reader may not see."""

    title: str
    author: str
    subject: str
    languages: tuple[str, ...]
    """BCP 47, the document's own first."""
    created: datetime
    """With its zone: the clock is the caller's, so that the same input gives the same bytes."""


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A file that travels inside the PDF."""

    name: str
    media_type: str
    data: bytes
    description: str


def write_info(metadata: Metadata) -> bytes:
    """The information dictionary."""
    moment = date_string(metadata.created)
    return b"".join(
        (
            b"<</Title" + text_string(metadata.title),
            b"/Author" + text_string(metadata.author),
            b"/Subject" + text_string(metadata.subject),
            b"/Creator" + text_string(_CREATOR),
            b"/Producer" + text_string(_CREATOR),
            b"/CreationDate" + moment,
            b"/ModDate" + moment,
            b"/Trapped/False>>",
        )
    )


def write_xmp(metadata: Metadata) -> bytes:
    """The metadata stream, readable without decompressing it."""
    moment = metadata.created.isoformat(timespec="seconds")
    xml = _XMP.format(
        title=escape(metadata.title),
        author=escape(metadata.author),
        subject=escape(metadata.subject),
        languages="".join(f"<rdf:li>{escape(lang)}</rdf:li>" for lang in metadata.languages),
        creator=_CREATOR,
        created=moment,
    )
    return stream(b"/Type/Metadata/Subtype/XML", xml.encode("utf-8"), compress=False)


def write_files(files: tuple[EmbeddedFile, ...], created: datetime, document: CompactDocument) -> bytes:
    """The name tree of the embedded files, sorted by name as the standard asks."""
    pairs = []
    for file in sorted(files, key=lambda file: file.name):
        checksum = md5(file.data, usedforsecurity=False).hexdigest().encode()
        moment = date_string(created)
        content = document.add(
            stream(
                b"/Type/EmbeddedFile/Subtype%b/Params<</Size %d/CheckSum<%b>/CreationDate%b/ModDate%b>>"
                % (name(file.media_type), len(file.data), checksum, moment, moment),
                file.data,
            )
        )
        filespec = document.add(
            b"<</Type/Filespec/F%b/UF%b/Desc%b/AFRelationship/Supplement/EF<</F %d 0 R/UF %d 0 R>>>>"
            % (
                text_string(file.name),
                text_string(file.name),
                text_string(file.description),
                content,
                content,
            )
        )
        pairs.append(text_string(file.name) + b" %d 0 R" % filespec)
    return b"<</Names[%b]>>" % b" ".join(pairs)
