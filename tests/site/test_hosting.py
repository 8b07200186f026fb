"""The examples of hosting/ serve the site as it should be served: nginx and Caddy really run, at the root and below."""

from __future__ import annotations

import gzip
import json
import re
import tomllib
from http.client import HTTPConnection
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html

from macros.site import hosting, policy

from ..conftest import REAL
from . import hosts
from .browsing import DESKTOP

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".bib": "text/x-bibtex; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".py": "text/x-python; charset=utf-8",
    ".xml": "text/xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
}
FOREVER, ASKED = "public, max-age=31536000, immutable", "no-cache"


@pytest.fixture(
    scope="module", params=[("nginx", "/"), ("nginx", "/dossier/"), ("caddy", "/dossier/")], ids=" at ".join
)
def host(request, site, tmp_path_factory):
    """The built site by each server: its address."""
    server, path = request.param
    folder = tmp_path_factory.mktemp("host")
    with getattr(hosts, server)(site.folder, folder, hosts.free_port(), path) as address:
        yield address


def ask(address, **headers):
    """The answer to one request, redirects not followed, with its body."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=10)
    connection.request("GET", parts._replace(scheme="", netloc="", fragment="").geturl(), headers=headers)
    answer = connection.getresponse()
    answer.body = answer.read()
    connection.close()
    return answer


def one_of_each_kind(site):
    found = {}
    for path in sorted(site.folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            found.setdefault(path.suffix, path.relative_to(site.folder).as_posix())
    return found


def test_every_kind_of_file_says_what_it_is(host, site):
    kinds = one_of_each_kind(site)
    assert kinds.keys() >= {".html", ".css", ".js", ".json", ".csv", ".bib", ".pdf", ".zip", ".woff2", ".svg"}
    kinds.pop(".gz", None)
    said = {suffix: ask(host + name).headers["Content-Type"] for suffix, name in kinds.items()}
    said[".js"] = said[".js"].replace("application/", "text/")  # both are right
    said[".json"] = said[".json"].removesuffix("; charset=utf-8")
    assert said == {suffix: TYPES[suffix] for suffix in kinds}


def test_the_policy_is_in_the_header_and_in_the_page_and_nobody_may_frame_it(host):
    for address in (host, host + "points/", host + "nothing/here/", host + "record/"):
        answer = ask(address)
        page = html.document_fromstring(answer.body)
        (own,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert answer.headers["Content-Security-Policy"] == f"{own}; frame-ancestors 'none'"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        hashes = policy.inline_hashes(answer.body.decode())
        assert hashes
        assert all(each in own for each in hashes)


def test_what_has_a_hash_in_its_name_is_kept_and_all_else_is_asked_about(host, site):
    hashed = re.compile(r"\.[0-9a-f]{8}(\.min)?\.(css|js|woff2)$|^assets/cards\.[0-9a-f]{8}/")
    names = [path.relative_to(site.folder).as_posix() for path in sorted(site.folder.rglob("*")) if path.is_file()]
    seen = {FOREVER: 0, ASKED: 0}
    for name in [*[name for name in names if not name.startswith(".")][::7], "index.html", "dossier.pdf"]:
        kept = FOREVER if hashed.search(name) else ASKED
        assert ask(host + name).headers["Cache-Control"] == kept, name
        seen[kept] += 1
    assert min(seen.values()) > 5
    assert ask(host + "nothing.0a1b2c3d.js").headers["Cache-Control"] == ASKED


def test_pages_and_tables_are_sent_short(host, site):
    for name in ("points/", "exports/claims.csv", "exports/record.json", "exports/sources.bib"):
        answer = ask(host + name, **{"Accept-Encoding": "gzip"})
        assert answer.headers["Content-Encoding"] == "gzip", name
        whole = gzip.decompress(answer.body)
        assert whole == site.file_at(name).read_bytes()
        assert len(answer.body) <= 1.1 * len(gzip.compress(whole, 6)), name


def test_a_part_of_the_book_can_be_asked_for(host, site):
    answer = ask(host + "dossier.pdf", Range="bytes=100-199")
    assert answer.status == 206
    assert answer.body == (site.folder / "dossier.pdf").read_bytes()[100:200]


def test_what_is_no_page_is_not_served(host):
    for name in (".dossier-build", "_headers", ".git/config"):
        assert ask(host + name).status == 404


def test_a_folder_without_its_slash_leads_to_it(host):
    for address in {f"{host}points", host.rstrip("/")} - {f"http://{urlsplit(host).netloc}"}:
        answer = ask(f"{address}?q=a%20b")
        assert answer.status in (301, 302, 308)
        to = urlsplit(urljoin(address, answer.headers["Location"]))
        assert (to.netloc, to.path) == (urlsplit(host).netloc, f"{urlsplit(address).path}/")
        assert to.query == "q=a%20b"


@pytest.mark.browser
def test_an_old_address_leads_on_with_its_query_and_its_anchor(host, chromium):
    page = chromium.new_page()
    page.goto(f"{host}claims/?q=memorandum#children-list")
    page.wait_for_url(f"{host}points/?q=memorandum#children-list")
    page.close()


@pytest.mark.browser
def test_the_page_for_unknown_addresses_works_at_any_depth(host, chromium):
    """Its styles, links, downloads and search lead where they should, where the site is built for its address."""
    if urlsplit(host).path == "/":
        lost_page_works(chromium, host)


def lost_page_works(chromium, root):
    """Open an address four folders deep that is not there, and try all that its page offers."""
    page = chromium.new_page(viewport=DESKTOP)
    unknown, missing = f"{root}a/b/c/d", []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    assert page.goto(unknown).status == 404
    links = {link.split("#")[0] for link in page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")}
    ours = sorted(link for link in links if link.startswith(root) and not link.startswith(unknown))
    assert {f"{root}points/", root} <= set(ours)
    assert {f"{root}dossier.pdf", f"{root}dossier-offline.zip"} <= {link.split("?")[0] for link in ours}
    assert {link: ask(link).status for link in ours} == dict.fromkeys(ours, 200)
    page.mouse.move(300, 300)
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("memorandum", delay=30)
    found = page.locator(".md-search-result__item a").first
    found.wait_for()
    assert ask(found.evaluate("link => link.href")).status == 200
    assert missing == [unknown]
    page.close()


def test_the_headers_for_netlify_and_cloudflare_are_of_this_build(site):
    text = hosting.fill((REAL / "hosting/_headers").read_text("utf-8"), site.folder, site.folder, None)
    assert not re.search("@[A-Z]+@", text)
    rules, kept = {}, []
    for line in text.splitlines():
        if line.startswith("/"):
            kept = rules.setdefault(line, [])
        elif line.strip() and not line.startswith("#"):
            kept.append(tuple(line.strip().split(": ", 1)))
    assert ("Content-Security-Policy", policy.of_site(site.folder) + hosting.UNFRAMED) in rules["/*"]
    for rule in rules.keys() - {"/*"}:
        path = site.folder / rule.strip("/*")
        assert path.exists(), rule
    forever = {rule.strip("/*") for rule, headers in rules.items() if ("Cache-Control", FOREVER) in headers}
    for path in (path for name in forever for path in (site.folder / name).rglob("*") if path.is_file()):
        assert re.search(r"\.[0-9a-f]{8}[./]", path.as_posix()) or path.suffix == ".txt", path


def test_the_settings_for_netlify_can_be_read():
    settings = tomllib.loads((REAL / "hosting/netlify.toml").read_text("utf-8"))
    assert settings["build"]["publish"] == "site"


def test_an_address_says_host_path_and_origin(site):
    text = hosting.fill("@ORIGIN@ @HOST@ @PATH@ @FOLDER@", site.folder, REAL, "https://press.example/ferry/")
    assert text == f"https://press.example press.example /ferry {REAL}"
    assert json.dumps(hosting.fill("@HOST@@PATH@", site.folder, REAL, None)) == '"localhost"'
