"""A book as those who test it read it: its text, its tags, its links."""

import re
import subprocess

import pikepdf


def text_of_pages(book: bytes) -> list[str]:
    """The text of each page as it is laid out, white space folded."""
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=book, capture_output=True, check=True)
    return [" ".join(page.split()) for page in run.stdout.decode().split("\f")[:-1]]


def text_without_blanks(book: bytes, first: int = 1) -> str:
    """The text from a page on, in reading order, without white space: a name may be broken at the end of a line."""
    run = subprocess.run(["pdftotext", "-raw", "-f", str(first), "-", "-"], input=book, capture_output=True, check=True)
    return "".join(run.stdout.decode().split())


def elements(file):
    """Every element of the structure tree with its parent's kind."""
    stack = [(file.Root.StructTreeRoot.K[0], "")]
    while stack:
        element, parent = stack.pop()
        yield element, parent
        kids = (kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary))
        stack.extend((kid, str(element.S)) for kid in kids if kid.get("/Type") == "/StructElem")


def page_of(file):
    """The number of each page by its object."""
    return {page.objgen: number for number, page in enumerate(file.pages, 1)}


def destinations(file):
    """The page number of each name that links may lead to."""
    names = file.Root.Names.Dests.Names
    numbers = page_of(file)
    return {str(names[i]): numbers[names[i + 1][0].objgen] for i in range(0, len(names), 2)}


def links(file):
    return [link for page in file.pages for link in page.get("/Annots", []) if link.Subtype == "/Link"]


def strings(page):
    """What is shown on a page, in the order of the content, as its fonts map it: what a reader of the tags hears."""
    fonts = {name: _letters(font) for name, font in page.Resources.Font.items()}
    letters, found = {}, []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            letters = fonts[str(operands[0])]
        elif str(operator) in ("Tj", "TJ"):
            parts = operands[0] if str(operator) == "TJ" else [operands[0]]
            data = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
            found.append("".join(letters.get(data[i : i + 2], "?") for i in range(0, len(data), 2)))
    return found


def _letters(font):
    """The letters of a font by their codes."""
    text = font.ToUnicode.read_bytes().decode("latin-1")
    pairs = re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", text.partition("beginbfchar")[2])
    return {bytes.fromhex(code): bytes.fromhex(letter).decode("utf-16-be") for code, letter in pairs}
