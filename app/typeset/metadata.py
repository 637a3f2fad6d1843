"""What a file says of itself: XMP for PDF/UA-1 and PDF/A-2a, the same in the info dictionary.

A file with pages of others claims PDF/UA-1 alone: what fonts and colours they use is not ours.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from app.typeset.characters import printable
from app.typeset.pages import Pages
from app.typeset.tables import literal

PRODUCER = "Heimathafen"

_NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" '
    'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
)
_ARCHIVAL = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
#: PDF/A-2 knows only predefined schemas; PDF/UA's is described (ISO 19005-2, 6.6.2.3).
_EXTENSION = (
    '<rdf:Description rdf:about="" '
    'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
    'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA part</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
    "</rdf:Description>"
)


def line(text: str) -> str:
    """A text for a title: one line, only what may stand in XML and in a PDF string."""
    return printable(text).replace("\n", " ")


def xmp(pages: Pages) -> bytes:
    """The metadata stream, uncompressed as PDF/A asks."""
    stamp = pages.created.isoformat(timespec="seconds")
    alternatives = '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'
    title = alternatives.format(escape(line(pages.title)))
    subject = alternatives.format(escape(line(pages.subject)))
    author = f"<rdf:Seq><rdf:li>{escape(line(pages.author))}</rdf:li></rdf:Seq>"
    archival = "" if pages.has_others else _ARCHIVAL
    extension = "" if pages.has_others else _EXTENSION
    text = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {_NAMESPACES}>'
        f"<dc:title>{title}</dc:title>"
        f"<dc:creator>{author}</dc:creator>"
        f"<dc:description>{subject}</dc:description>"
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>"
        f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>"
        f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>"
        "<pdfuaid:part>1</pdfuaid:part>"
        f"{archival}</rdf:Description>{extension}</rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )
    return text.encode("utf-8")


def info(pages: Pages) -> str:
    """The document information dictionary, equal to the XMP (ISO 19005-2, 6.6.3)."""
    offset = pages.created.strftime("%z") or "+0000"
    stamp = f"D:{pages.created:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"
    return (
        f"<</Title{literal(line(pages.title))}/Author{literal(line(pages.author))}"
        f"/Subject{literal(line(pages.subject))}/Creator({PRODUCER})/Producer({PRODUCER})"
        f"/CreationDate({stamp})/ModDate({stamp})>>"
    )
