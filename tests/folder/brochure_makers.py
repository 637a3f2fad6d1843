"""PDFs as others make them: tagged, plain, locked, broken, malicious, odd in size."""

from __future__ import annotations

import zlib
from dataclasses import replace
from io import BytesIO

import pikepdf
import typst
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.folder.build import preview
from app.folder.compose import compose_checklist
from tests.folder.makers import RESOURCES, make_contents, phrases

SENTENCE = "Deiche schützen das Land."
ADDRESS = "https://deich.example/heft"


def tagged() -> bytes:
    """A checklist of the program's own: headings, tables, figures with descriptions."""
    return preview(make_contents(), phrases(), RESOURCES / "fonts", compose_checklist)


def with_links() -> bytes:
    """A whole folder as a brochure: links within it and into the web, an outline."""
    return preview(replace(make_contents("en"), members=()), phrases("en"), RESOURCES / "fonts")


TYPST = """
#set document(title: "Busfahren auf dem Land")
#set text(lang: "de")
= Busfahren
Der Bus fährt _stündlich_. Mehr steht im #link("https://bus.example/plan")[Fahrplan], siehe
@zwei.#footnote[Nicht an Feiertagen.] Sonst fährt ein Taxi.#footnote[Nach Anruf.]
#outline()
== Preise
#table(columns: 3, table.header([Zone], [Kind], [Erwachsene]), [A], [1 €], [2 €],
  [B], table.cell(colspan: 2)[3 €])
- eins
- zwei
  + drei
#pagebreak()
= Zweite Seite <zwei>
#figure(rect(width: 3cm, fill: blue), alt: "Ein blaues Rechteck", caption: [Ein Bus])
Text #text(lang: "en")[timetable] und Schluss.
""".replace("@zwei.", "#link(<zwei>)[Seite 2].")


def foreign() -> bytes:
    """Tagged by another program: notes with IDs, a table with spans, nested lists, a caption."""
    return bytes(typst.compile(TYPST.encode("utf-8")))


def careless() -> bytes:
    """Tagged, with what makers forget: levels skipped, heads without scope,
    a row too long, an item outside of its list, types of their own."""
    with pikepdf.Pdf.open(BytesIO(foreign())) as pdf:
        tree = pdf.Root.StructTreeRoot
        tree.RoleMap = Dictionary({"/Bild": Name.Figure, "/Absatz": Name("/Normal")})
        tree.RoleMap["/Normal"] = Name.P
        rows = [each for each in pdf.objects if _is_element(each, "/TR")]
        cell = Dictionary(Type=Name.StructElem, S=Name.TD, P=rows[-1])
        rows[-1].K = Array([*rows[-1].K, pdf.make_indirect(cell)])
        for each in pdf.objects:
            if _is_element(each, "/H2"):
                each.S = Name.H5
            elif _is_element(each, "/Figure"):
                each.S = Name("/Bild")
                del each.Alt
            elif _is_element(each, "/P"):
                each.S = Name("/Absatz")
            elif _is_element(each, "/TH"):
                del each.A
        return _saved(pdf)


def undescribed() -> bytes:
    """Tagged, its pictures without a word."""
    with pikepdf.Pdf.open(BytesIO(tagged())) as pdf:
        for each in pdf.objects:
            if _is_element(each, "/Figure"):
                del each.Alt
        return _saved(pdf)


def _is_element(thing: pikepdf.Object, kind: str) -> bool:
    return isinstance(thing, Dictionary) and "/S" in thing and "/P" in thing and kind == thing.S


def plain(
    size: tuple[float, float] = A4, pages: int = 2, *, embedded: bool = True, turned: int = 0
) -> bytes:
    """No tags; letters of a font that lies in the file, or of the reader's own; a link."""
    font = "Helvetica"
    if embedded:
        font = "Brochure"
        pdfmetrics.registerFont(
            TTFont(font, RESOURCES / "fonts" / "noto-sans" / "NotoSans-Regular.ttf")
        )
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, initialFontName=font, invariant=1)
    canvas.setTitle("Heft über Deiche")
    for number in range(1, pages + 1):
        canvas.setFont(font, 16)
        canvas.bookmarkPage(f"s{number}")
        canvas.addOutlineEntry(f"Seite {number}", f"s{number}", 0)
        canvas.drawString(60, size[1] - 80, f"{SENTENCE} Seite {number}")
        canvas.setFillColorRGB(0.1, 0.5, 0.2)
        canvas.rect(60, 60, size[0] - 120, 120, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.linkURL(ADDRESS, (60, size[1] - 90, 260, size[1] - 60))
        canvas.showPage()
    canvas.save()
    return rewritten(out.getvalue(), turned=turned) if turned else out.getvalue()


def wide() -> bytes:
    return plain(landscape(A4))


def small() -> bytes:
    return plain(A5)


def rewritten(data: bytes, *, turned: int = 0, **saving: object) -> bytes:
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            if turned:
                page.obj.Rotate = turned
        return _saved(pdf, **saving)


def locked(*, user: str = "", owner: str = "hafen") -> bytes:
    allow = pikepdf.Permissions(extract=False, modify_other=False)
    encryption = pikepdf.Encryption(user=user, owner=owner, allow=allow)
    return rewritten(plain(), encryption=encryption)


def truncated() -> bytes:
    data = rewritten(plain(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return data[: len(data) * 9 // 10]


def without_references() -> bytes:
    data = rewritten(plain(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return data[: data.rindex(b"xref\n0")]


def behind_garbage() -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + plain()


def malicious(data: bytes | None = None) -> bytes:
    """Everything that acts, sends, plays or hides, in each place it may stand."""
    with pikepdf.Pdf.open(BytesIO(data or plain())) as pdf:
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert('x')"))
        launch = Dictionary(S=Name.Launch, F=String("calc.exe"))
        send = Dictionary(S=Name.SubmitForm, F=String("https://böse.example/"))
        pdf.Root.OpenAction = script
        pdf.Root.AA = Dictionary(WC=script, WP=launch)
        pdf.attachments["gift.exe"] = b"MZ"
        names = pdf.Root.Names
        names.JavaScript = Dictionary(Names=Array([String("a"), script]))
        page = pdf.pages[0].obj
        page.AA = Dictionary(O=script)
        page.PieceInfo = Dictionary(X=Dictionary(Private=script))
        page.Resources.XObject = Dictionary(
            Out=pdf.make_stream(
                b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]),
                Ref=Dictionary(F=String("x.pdf"), Page=0), AF=Array([script]),
            )
        )  # fmt: skip
        corner = Array([10, 10, 60, 60])
        found = [
            Dictionary(Subtype=Name.Link, A=script),
            Dictionary(Subtype=Name.Link, A=launch),
            Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("javascript:x()"))),
            Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("file:///etc"))),
            Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.ImportData, F=String("x.fdf"))),
            Dictionary(Subtype=Name.RichMedia, RichMediaContent=Dictionary()),
            Dictionary(Subtype=Name.Screen, A=Dictionary(S=Name.Rendition, JS=String("x"))),
            Dictionary(Subtype=Name.FileAttachment, FS=Dictionary(F=String("x"))),
            Dictionary(Subtype=Name.Text, Contents=String("Notiz")),
            Dictionary(Subtype=Name.Widget, FT=Name.Btn, A=send, AA=Dictionary(U=script)),
        ]
        annots = page.get("/Annots", Array())
        for each in found:
            each.Type = Name.Annot
            each.Rect = corner
            annots.append(pdf.make_indirect(each))
        page.Annots = annots
        fields = Array([annots[-1]])
        pdf.Root.AcroForm = Dictionary(Fields=fields, XFA=pdf.make_stream(b"<xdp/>"))
        return _saved(pdf)


def form(value: str = "Jantje") -> bytes:
    """A field that is filled in, without an appearance: the reader is to draw it."""
    with pikepdf.Pdf.open(BytesIO(plain())) as pdf:
        font = next(iter(pdf.pages[0].obj.Resources.Font.values()))
        field = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), F=4,
                V=String(value), DA=String("/F 12 Tf 0 g"), Rect=Array([60, 300, 300, 330]),
            )
        )  # fmt: skip
        helvetica = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
        )  # fmt: skip
        pdf.Root.AcroForm = Dictionary(
            Fields=Array([field]), NeedAppearances=True, DA=String("/F 12 Tf 0 g"),
            DR=Dictionary(Font=Dictionary(F=pdf.make_indirect(helvetica), G=font)),
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([field])
        return _saved(pdf)


def layered() -> bytes:
    """One of two layers is hidden when the file is opened."""
    with pikepdf.Pdf.open(BytesIO(plain())) as pdf:
        layers = [pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in "AB"]
        shown = Dictionary(Order=Array(layers), OFF=Array([layers[1]]))
        pdf.Root.OCProperties = Dictionary(OCGs=Array(layers), D=shown)
        return _saved(pdf)


def raw(*objects: bytes, root: int = 1) -> bytes:
    """A file of these objects, numbered from 1."""
    parts, offsets, at = [b"%PDF-1.7\n"], [], 9
    for number, each in enumerate(objects, 1):
        offsets.append(at)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, each))
        at += len(parts[-1])
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, rows))
    parts.append(b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, root, at))
    return b"".join(parts)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def one_page(content: bytes, page: bytes = b"/MediaBox[0 0 595 842]") -> bytes:
    stream = b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)
    told = b"<</Type/Page/Parent 2 0 R%s/Contents 4 0 R/Resources<<>>>>" % page
    return raw(CATALOG, ONE_PAGE, told, stream)


def bomb(size: int = 1_000_000_000) -> bytes:
    """A page whose content is `size` zeros, packed."""
    packer = zlib.compressobj(9)
    parts = [packer.compress(bytes(10_000_000)) for _ in range(size // 10_000_000)]
    packed = b"".join((*parts, packer.flush()))
    stream = b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>"
    return raw(CATALOG, ONE_PAGE, page, stream)


def picture_bomb(size: int = 1_000_000_000) -> bytes:
    """The same as the dots of a picture, which no page has to be read for."""
    packer = zlib.compressobj(9)
    parts = [packer.compress(bytes(10_000_000)) for _ in range(size // 10_000_000)]
    packed = b"".join((*parts, packer.flush()))
    picture = (
        b"<</Type/XObject/Subtype/Image/Width 40000/Height 25000/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream"
    ) % (len(packed), packed)
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</XObject<</X 5 0 R>>>>>>"
    )
    content = b"<</Length 24>>\nstream\nq 500 0 0 500 0 0 cm /X Do Q\nendstream"
    return raw(CATALOG, ONE_PAGE, page, content, picture)


def many_objects(count: int = 1_000_000) -> bytes:
    return raw(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>", *(b"[0]" for _ in range(count)))


def cyclic() -> bytes:
    """A page tree that bites its tail."""
    return raw(
        CATALOG,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 1>>",
    )


def deep(depth: int = 100_000) -> bytes:
    return one_page(b"", b"/MediaBox[0 0 595 842]/X " + b"[" * depth + b"]" * depth)


def _saved(pdf: pikepdf.Pdf, **saving: object) -> bytes:
    out = BytesIO()
    saving.setdefault("static_id", "encryption" not in saving)
    pdf.save(out, **saving)
    return out.getvalue()


_ACTING = (b"JavaScript", b"/JS", b"Launch", b"EmbeddedFile", b"RichMedia", b"SubmitForm",
           b"OpenAction", b"/AA ", b"XFA", b"AcroForm", b"javascript:")  # fmt: skip


def acting(data: bytes) -> list[bytes]:
    """What of a file could act, by the words its objects say."""
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        said = b"".join(each.unparse(resolved=True) for each in pdf.objects)
    return [word for word in _ACTING if word in said]
