from lxml import html

from macros import locale
from macros.site import redirects

PAGE = """<!doctype html><script>location.href="{to}"</script>
<meta http-equiv="refresh" content="0; url={to}"><a href="{to}">x</a>"""


def test_every_page_that_leads_on_has_the_same_script_and_its_own_address(tmp_path):
    for name, to in {"old": "../new/", "older": "../new/#there", "other": ""}.items():
        (tmp_path / f"{name}.html").write_text(PAGE.format(to=to) if to else "<script>1</script>", "utf-8")
    redirects.keep(tmp_path)
    old, older, other = ((tmp_path / f"{name}.html").read_text("utf-8") for name in ("old", "older", "other"))
    assert other == "<script>1</script>"
    assert '<script data-to="../new/">' in old
    assert old.replace("../new/", "../new/#there") == older
    assert "location.search" in old


def test_a_page_that_leads_on_says_so_in_the_language_of_the_site(tmp_path):
    (tmp_path / "old.html").write_text(PAGE.format(to="../new/"), "utf-8")
    locale.use("ar")
    try:
        redirects.keep(tmp_path)
    finally:
        locale.use("en")
    page = html.parse(str(tmp_path / "old.html")).getroot()
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert page.findtext(".//title") == locale.catalog("ar").messages["moved.title"][0]
    assert page.xpath("//a/@href") == ["../new/"]
