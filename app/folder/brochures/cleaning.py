"""Takes out of a PDF of others what acts, sends, plays or hides; what is seen stays.

What is not known to be harmless goes: catalog and pages keep named keys only, annotations become
plain links, and of streams the keys that lead out of the file (ISO 32000-1, 7.11, 12.5, 12.6).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from app.folder.brochures.keys import drop, keep
from app.folder.brochures.links import REFUSED, Targets
from app.records.brochures import Removed

#: Annotations whose appearance belongs to the page: it is printed on it, then they go.
_DRAWN = frozenset(
    f"/{name}"
    for name in [
        "Widget",
        "FreeText",
        "Stamp",
        "Ink",
        "Line",
        "Square",
        "Circle",
        "Polygon",
        "PolyLine",
        "Highlight",
        "Underline",
        "Squiggly",
        "StrikeOut",
    ]
)
_GONE = {
    "/FileAttachment": Removed.ATTACHMENT,
    "/RichMedia": Removed.MEDIA,
    "/Screen": Removed.MEDIA,
    "/Movie": Removed.MEDIA,
    "/Sound": Removed.MEDIA,
    "/3D": Removed.MEDIA,
}
_PAGE = frozenset(
    f"/{name}"
    for name in [
        "Type",
        "Parent",
        "MediaBox",
        "CropBox",
        "Rotate",
        "Contents",
        "Resources",
        "Group",
        "Annots",
        "StructParents",
    ]
)
_RESOURCES = frozenset(
    f"/{name}"
    for name in (
        [
            "Font",
            "XObject",
            "ExtGState",
            "ColorSpace",
            "Pattern",
            "Shading",
            "Properties",
            "ProcSet",
        ]
    )
)
#: Keys of any object that lead out of the file, hold data of programs, or act.
_LEADING_OUT = (
    "/AA",
    "/AF",
    "/Alternates",
    "/JS",
    "/JavaScript",
    "/Metadata",
    "/OC",
    "/OPI",
    "/PieceInfo",
    "/PS",
    "/StructParent",
    "/StructParents",
)
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_MARKED = frozenset(("/MCID", "/Lang", "/ActualText", "/Alt", "/E"))


@dataclass
class Cleaned:
    """What went, and the links that stay: of each page rectangle and target (address or page)."""

    removed: set[Removed] = field(default_factory=set)
    links: list[list[tuple[Object, str | int, Object]]] = field(default_factory=list)
    layered: bool = False


def clean(pdf: pikepdf.Pdf, targets: Targets) -> Cleaned:
    """Clean catalog and pages of an open file in place, what is inside them with `harmless`.
    Pages keep no annotations; `links` says which to draw anew."""
    found = Cleaned()
    _told(pdf.Root, found.removed)
    found.layered = _has_hidden_layers(pdf.Root)
    for page in pdf.pages:
        found.links.append(_annotations(page.obj, targets, found.removed))
    _flatten(pdf)
    for page in pdf.pages:
        drop(page.obj, "/Annots")
        for key in _INHERITED:
            _inherit(page.obj, key)
        if not isinstance(page.obj.get("/Resources"), Dictionary):
            page.obj.Resources = Dictionary()
    return found


def harmless(pdf: pikepdf.Pdf) -> None:
    """Clean pages, forms and fonts of all that leads out of the file."""
    for page in pdf.pages:
        keep(page.obj, _PAGE)
        keep(page.obj.Resources, _RESOURCES)
    for each in pdf.objects:
        if isinstance(each, Dictionary | pikepdf.Stream):
            _inside(each)


def _told(root: Object, removed: set[Removed]) -> None:
    """What the catalog holds that goes: actions, scripts, attachments, forms."""
    for key in ("/OpenAction", "/AA"):
        removed |= _actions(root.get(key))
    names = root.get("/Names")
    if isinstance(names, Dictionary):
        if "/JavaScript" in names:
            removed.add(Removed.SCRIPT)
        if "/EmbeddedFiles" in names:
            removed.add(Removed.ATTACHMENT)
        if "/Renditions" in names:
            removed.add(Removed.MEDIA)
    if "/Collection" in root or "/AF" in root:
        removed.add(Removed.ATTACHMENT)
    form = root.get("/AcroForm")
    if isinstance(form, Dictionary):
        if "/XFA" in form:
            removed.add(Removed.XFA)
        if isinstance(form.get("/Fields"), Array) and len(form.Fields):
            removed.add(Removed.FIELDS)


def _actions(thing: Object | None, depth: int = 3) -> set[Removed]:
    """What the actions of an entry would do; one that only shows a page is worth no word."""
    if not isinstance(thing, Dictionary) or depth == 0:
        return set()
    found = {REFUSED[kind]} if (kind := str(thing.get("/S", ""))) in REFUSED else set()
    for key, value in thing.items():
        if isinstance(value, Dictionary) and key not in ("/D", "/P", "/Parent"):
            found |= _actions(value, depth - 1)
    return found


def _annotations(
    page: Object, targets: Targets, removed: set[Removed]
) -> list[tuple[Object, str | int, Object]]:
    """Links that stay; all that is not drawn on the page is taken off."""
    removed |= _actions(page.get("/AA"))
    listed = page.get("/Annots")
    kept: list[tuple[Object, str | int, Object]] = []
    drawn = Array()
    for each in listed if isinstance(listed, Array) else ():
        if not isinstance(each, Dictionary):
            continue
        kind = str(each.get("/Subtype", ""))
        removed |= _actions(each.get("/AA"))
        if kind == "/Link":
            target, why = targets.of(each)
            if target is not None and isinstance(each.get("/Rect"), Array):
                kept.append((each.Rect, target, each))
            elif why is not None:
                removed.add(why)
            continue
        removed |= _actions(each.get("/A"))
        if kind in _DRAWN:
            drop(each, "/A", "/AA")
            drawn.append(each)
        elif kind != "/Popup":
            removed.add(_GONE.get(kind, Removed.NOTE))
    page.Annots = drawn
    return kept


def _flatten(pdf: pikepdf.Pdf) -> None:
    """Print what forms and stamps show onto their pages."""
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary):
        drop(form, "/XFA")
        if form.get("/NeedAppearances"):
            pdf.generate_appearance_streams()
    if any(len(page.obj.get("/Annots", ())) for page in pdf.pages):
        pdf.flatten_annotations("screen")
    drop(pdf.Root, "/AcroForm")


def _inherit(page: Object, key: str) -> None:
    """Give the page what it has from the tree above it (7.7.3.4)."""
    above = page
    for _ in range(64):
        if key in above:
            page[key] = above[key]
            return
        parent = above.get("/Parent")
        if not isinstance(parent, Dictionary):
            return
        above = parent


def _has_hidden_layers(root: Object) -> bool:
    """Whether the file would show some of its layers and hide others (8.11.4)."""
    layers = root.get("/OCProperties")
    if not isinstance(layers, Dictionary):
        return False
    shown = layers.get("/D")
    if not isinstance(shown, Dictionary):
        return False
    off = shown.get("/OFF")
    hidden = isinstance(off, Array) and len(off) > 0
    return hidden or shown.get("/BaseState", Name.ON) != Name.ON or "/AS" in shown


def _inside(thing: Object) -> None:
    for key in _LEADING_OUT:
        if key in thing and not (key == "/StructParents" and thing.get("/Type") == Name.Page):
            del thing[key]
    if isinstance(thing, pikepdf.Stream):
        if thing.get("/Subtype") == Name.Form:
            drop(thing, "/Ref")
        drop(thing, "/F", "/FFilter", "/FDecodeParms")
        if thing.get("/Subtype") == Name.PS:
            thing.Subtype = Name.Form
            thing.write(b"")
    resources = thing if "/Properties" in thing else thing.get("/Resources")
    if isinstance(resources, Dictionary):
        lists = resources.get("/Properties")
        if isinstance(lists, Dictionary):
            for marked in list(lists.values()):
                if isinstance(marked, Dictionary):
                    keep(marked, _MARKED)
