"""The tree of elements as a PDF keeps it, with the way back from each marked sequence to its element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pikepdf import Array, Dictionary, Name, String

from iq_desktop.pdf.tagging import Element

if TYPE_CHECKING:
    import pikepdf

    from iq_desktop.pdf.tagging import Mark, Marks

_STAY_EMPTY: Final = frozenset({"TD", "TH"})
"""Elements that keep their place even if nothing is in them."""


def write_tree(pdf: pikepdf.Pdf, marks: Marks) -> None:
    """Give a file the tree of its elements."""
    prune(marks.root)
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pages = [page.obj for page in pdf.pages]
    written: dict[Element, Any] = {}
    tree.K = _write(pdf, marks.root, tree, pages, written)
    numbers = Array()
    for place, page in enumerate(pages):
        page.StructParents = place
        numbers.append(place)
        numbers.append(pdf.make_indirect(Array([written[owner] for owner in marks.owners[place]])))
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def prune(element: Element) -> bool:
    """Take away what holds nothing, and return whether an element holds something itself."""
    element.kids = [kid for kid in element.kids if not isinstance(kid, Element) or prune(kid)]
    return bool(element.kids) or element.kind in _STAY_EMPTY


def _write(pdf: pikepdf.Pdf, element: Element, parent: Any, pages: list[Any], written: dict[Element, Any]) -> Any:
    node = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent))
    written[element] = node
    if element.language:
        node.Lang = String(element.language)
    if element.alternative:
        node.Alt = String(element.alternative)
    if element.actual:
        node.ActualText = String(element.actual)
    if attributes := _attributes(element):
        node.A = attributes
    first = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
    if first is not None:
        node.Pg = pages[first]
    kids = [
        _write(pdf, kid, node, pages, written) if isinstance(kid, Element) else _reference(kid, first, pages)
        for kid in element.kids
    ]
    if kids:
        node.K = kids[0] if len(kids) == 1 else Array(kids)
    return node


def _reference(mark: Mark, first: int | None, pages: list[Any]) -> Any:
    """Return a marked sequence as a kid: its number, with its page where that is not the first one."""
    if mark.page == first:
        return mark.number
    return Dictionary(Type=Name.MCR, Pg=pages[mark.page], MCID=mark.number)


def _attributes(element: Element) -> Any:
    if element.kind in _STAY_EMPTY and (element.scope or element.columns > 1):
        table = Dictionary(O=Name.Table)
        if element.scope:
            table.Scope = Name(f"/{element.scope}")
        if element.columns > 1:
            table.ColSpan = element.columns
        return table
    if element.kind == "L":
        return Dictionary(O=Name.List, ListNumbering=Name.Decimal)
    if element.box:
        return Dictionary(O=Name.Layout, BBox=Array([round(edge, 2) for edge in element.box]), Placement=Name.Block)
    return None
