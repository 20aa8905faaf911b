"""Our own checks of a paper for people who hear it and for archives: what both validators do not look at."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PAINTS: Final = frozenset("f F f* B B* b b* S s Tj TJ ' \" Do sh EI INLINE IMAGE".split())
_KIDS: Final = {
    "Table": {"THead", "TBody"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
}
"""Elements that hold nothing but these."""
_PARENTS: Final = {
    kid: {parent for parent, kids in _KIDS.items() if kid in kids} for kid in set().union(*_KIDS.values())
}
_HEX: Final = re.compile(rb"<([0-9A-Fa-f]*)>\s*<([0-9A-Fa-f]*)>")
_SILENT: Final = -1
"""What stands for the number of a sequence in artifacts."""


@dataclass(frozen=True)
class Said:
    """What one element says, in the order of the tree: its kind, its language, its words."""

    kind: str
    language: str
    words: str


def find_faults(paper: bytes) -> list[str]:
    """Return what is wrong with a paper; nothing in a good one."""
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        faults: list[str] = []
        for check in _CHECKS:
            try:
                faults += check(pdf)
            except (AttributeError, KeyError, ValueError, TypeError, IndexError) as problem:
                faults.append(f"{check.__name__}: {problem!r}")
        return faults


def read_aloud(paper: bytes) -> list[Said]:
    """Return what a paper says by its tree of elements, alternatives instead of figures."""
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        spoken = [_spoken_on(page) for page in pdf.pages]
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return list(_read(pdf.Root.StructTreeRoot.K, str(pdf.Root.Lang), None, pages, spoken))


def read_silent(paper: bytes) -> list[str]:
    """Return the words that stand in artifacts, which nobody hears, page by page."""
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        return [_spoken_on(page).get(_SILENT, "") for page in pdf.pages]


def _read(node: Any, language: str, page: Any, pages: Any, spoken: Any) -> Iterator[Said]:
    kind = str(node.S)[1:]
    language = str(node.get("/Lang", language))
    page = node.get("/Pg", page)
    if "/Alt" in node:
        yield Said(kind, language, str(node.Alt))
        return
    words = ""
    for kid in _kids_of(node):
        if isinstance(kid, pikepdf.Dictionary) and "/ActualText" in kid:
            words += str(kid.ActualText)
        elif isinstance(kid, pikepdf.Dictionary) and "/MCID" not in kid:
            if words:
                yield Said(kind, language, words)
            words = ""
            yield from _read(kid, language, page, pages, spoken)
        else:
            where = kid.Pg if isinstance(kid, pikepdf.Dictionary) else page
            number = int(kid.MCID) if isinstance(kid, pikepdf.Dictionary) else int(kid)
            words += spoken[pages[where.objgen]][number]
    if words:
        yield Said(kind, language, words)


def _kids_of(node: Any) -> list[Any]:
    kids = node.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array | list) else [kids]


def _spoken_on(page: Any) -> dict[int, str]:
    """Return the words of each marked sequence of a page, by its number."""
    fonts = {name: _words_of_codes(font) for name, font in page.resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    marks: list[tuple[int | None, str | None]] = []
    font: dict[int, str] = {}
    for operands, operator in _instructions(page):
        match operator:
            case "BDC":
                properties = operands[1]
                actual = str(properties.ActualText) if "/ActualText" in properties else None
                number = int(properties.MCID) if "/MCID" in properties else None
                number = _SILENT if str(operands[0]) == "/Artifact" else number
                marks.append((number, actual))
                _add(found, marks[:-1], actual, number)
            case "EMC":
                marks.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ":
                parts = operands[0] if operator == "TJ" else [operands[0]]
                raw = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
                if all(actual is None for _, actual in marks):
                    shown = "".join(font[raw[at] * 256 + raw[at + 1]] for at in range(0, len(raw), 2))
                    _add(found, marks, shown, None)
            case "ET":
                found[_SILENT] = found.get(_SILENT, "") + " "
    return found


def _add(
    found: dict[int, str], marks: list[tuple[int | None, str | None]], words: str | None, number: int | None
) -> None:
    """Give words to the innermost sequence that has a number, unless what lies around it says something else."""
    if number is not None:
        found.setdefault(number, "")
    if not words or any(actual is not None for _, actual in marks):
        return
    own = [number] if number is not None else [one for one, _ in reversed(marks) if one is not None][:1]
    for one in own:
        found[one] += words


def _instructions(page: Any) -> Iterator[tuple[Any, str]]:
    for one in pikepdf.parse_content_stream(page):
        yield one.operands, str(one.operator)


def _words_of_codes(font: Any) -> dict[int, str]:
    cmap = font.ToUnicode.read_bytes()
    pairs = _HEX.findall(cmap[cmap.index(b"beginbfchar") :])
    return {int(code, 16): bytes.fromhex(words.decode()).decode("utf-16-be") for code, words in pairs}


def _elements(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, str, str]]:
    """Yield every element with its kind and that of the element above."""
    waiting = [(pdf.Root.StructTreeRoot.K, "")]
    while waiting:
        node, parent = waiting.pop()
        kind = str(node.S)[1:]
        yield node, kind, parent
        kids = [kid for kid in _kids_of(node) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        waiting += [(kid, kind) for kid in reversed(kids)]


def _marked(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every stroke stands in a sequence that is an artifact's or an element's."""
    for number, page in enumerate(pdf.pages, 1):
        marks: list[bool] = []
        for operands, operator in _instructions(page):
            if operator in {"BDC", "BMC"}:
                is_numbered = operator == "BDC" and "/MCID" in operands[1]
                marks.append(is_numbered or str(operands[0]) == "/Artifact")
            elif operator == "EMC":
                marks.pop()
            elif operator in _PAINTS and not any(marks):
                yield f"page {number}: {operator} is neither tagged nor an artifact"
        if marks:
            yield f"page {number}: a sequence is not ended"


def _numbered(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every number of a sequence leads to one element, and back."""
    claimed: dict[tuple[Any, int], Any] = {}
    for node, kind, _parent in _elements(pdf):
        for kid in _kids_of(node):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                continue
            is_far = isinstance(kid, pikepdf.Dictionary)
            key = ((kid.Pg if is_far else node.Pg).objgen, int(kid.MCID if is_far else kid))
            if key in claimed:
                yield f"{kind}: sequence {key} has two elements"
            claimed[key] = node.objgen
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = {int(numbers[at]): list(numbers[at + 1]) for at in range(0, len(numbers), 2)}
    for page in pdf.pages:
        drawn = sorted(set(_spoken_on(page)) - {_SILENT})
        back = owners.get(int(page.obj.StructParents), [])
        if drawn != list(range(len(back))):
            yield f"sequences {drawn} and {len(back)} ways back"
        for number in drawn:
            if claimed.pop((page.obj.objgen, number), None) != (back[number].objgen if number < len(back) else None):
                yield f"sequence {number}: the way back leads elsewhere"
    if claimed:
        yield f"elements hold sequences that nobody drew: {sorted(number for _, number in claimed)}"


def _embedded(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every font is embedded and tells the words of its codes."""
    for page in pdf.pages:
        for name, font in page.resources.get("/Font", {}).items():
            below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            if "/FontFile2" not in below.get("/FontDescriptor", {}):
                yield f"{name} is not embedded"
            elif any(not words for words in _words_of_codes(font).values()):
                yield f"{name} has codes without words"


def _fit(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Nothing is named on a page that archives refuse: pictures are plain, and nothing mixes with what lies below."""
    for page in pdf.pages:
        for what in ("/Shading", "/Pattern"):
            if page.resources.get(what, {}):
                yield f"{what} may hold what archives refuse"
        for name, state in page.resources.get("/ExtGState", {}).items():
            if not {*state.keys()} <= {"/Type", "/ca", "/CA"}:
                yield f"{name} sets what archives refuse"
        for name, thing in page.resources.get("/XObject", {}).items():
            if not _is_plain_picture(thing):
                yield f"{name} may hold what archives refuse"


def _is_plain_picture(thing: Any) -> bool:
    """Return whether something is a picture in a colour space of the page, with at most a mask that lets through."""
    if str(thing.get("/Subtype")) != "/Image" or bool(thing.get("/Interpolate", False)):
        return False
    if str(thing.get("/ColorSpace")) not in {"/DeviceRGB", "/DeviceGray"} or "/Alternates" in thing or "/OPI" in thing:
        return False
    mask = thing.get("/SMask")
    return mask is None or (str(mask.get("/ColorSpace")) == "/DeviceGray" and _is_plain_picture(mask))


def _nested(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Elements stand where they may, headings leave out no level, rows of a table are as long as each other."""
    level = 0
    for node, kind, parent in _elements(pdf):
        kids = [str(kid.S)[1:] for kid in _kids_of(node) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        if kind in _KIDS and (set(kids) - _KIDS[kind] or len(kids) != len(_kids_of(node)) or not kids):
            yield f"{kind} holds {kids}"
        if kind in _PARENTS and parent not in _PARENTS[kind]:
            yield f"{kind} stands in {parent}"
        if re.fullmatch(r"H\d", kind):
            if int(kind[1]) > level + 1:
                yield f"{kind} follows a heading of level {level}"
            level = int(kind[1])
        if kind == "Figure" and (not str(node.get("/Alt", "")).strip() or "/BBox" not in node.get("/A", {})):
            yield "a figure has no words or no place"
        if kind == "Table":
            rows = [row for part in node.K for row in _kids_of(part)] if len(_kids_of(node)) > 1 else _kids_of(node.K)
            widths = {sum(int(cell.get("/A", {}).get("/ColSpan", 1)) for cell in _kids_of(row)) for row in rows}
            if len(widths) != 1:
                yield f"rows of {sorted(widths)} columns in one table"
        if kind == "TH" and "/Scope" not in node.get("/A", {}):
            yield "a head of a table names neither column nor row"


def _described(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The file says what it is, in which language, and what its colours mean."""
    root = pdf.Root
    if not root.MarkInfo.Marked or not root.ViewerPreferences.DisplayDocTitle or not str(root.Lang):
        yield "the catalog is not that of a tagged file with a title and a language"
    metadata = root.Metadata.read_bytes().decode()
    for needed in (
        "pdfaid:part>2<",
        "pdfaid:conformance>A<",
        "pdfuaid:part>1<",
        "<dc:title>",
        "pdfaSchema:prefix>pdfuaid",
    ):
        if needed not in metadata:
            yield f"the metadata lack {needed}"
    (intent,) = root.OutputIntents
    if str(intent.S) != "/GTS_PDFA1" or intent.DestOutputProfile.read_bytes()[36:40] != b"acsp":
        yield "the colours have no profile"
    if any(page.obj.get("/Tabs") != pikepdf.Name.S for page in pdf.pages):
        yield "a page has no order of its elements"
    if "/ID" not in pdf.trailer or "/Encrypt" in pdf.trailer:
        yield "the file has no name or is locked"
    if any(name in root for name in ("/OpenAction", "/AA", "/AcroForm")) or "/JavaScript" in root.get("/Names", {}):
        yield "the file acts by itself"
    if any("/Annots" in page.obj for page in pdf.pages):
        yield "there are annotations that no element holds"


_CHECKS: Final[tuple[Callable[[pikepdf.Pdf], Iterator[str]], ...]] = (
    _marked,
    _numbered,
    _embedded,
    _fit,
    _nested,
    _described,
)
