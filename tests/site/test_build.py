import pytest

from macros.site import build as site
from macros.site import downloads


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("the last good site", "utf-8")
    return folder


def test_a_failed_build_leaves_the_last_good_site(tmp_path, out, monkeypatch):
    def fail(root, into):
        raise site.BuildFailed("a page is bad")

    monkeypatch.setattr(site, "_mkdocs", fail)
    with pytest.raises(site.BuildFailed, match="a page is bad"):
        site.build(tmp_path, out, dossier=None)
    assert (out / "index.html").read_text("utf-8") == "the last good site"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_good_build_replaces_the_site_whole(tmp_path, out, monkeypatch):
    (out / "old.html").write_text("", "utf-8")
    monkeypatch.setattr(site, "_mkdocs", lambda root, into: (into / "index.html").write_text("new", "utf-8"))
    monkeypatch.setattr(site, "finish", lambda fresh, dossier: None)
    site.build(tmp_path, out, dossier=None)
    assert [path.name for path in out.iterdir()] == ["index.html"]
    assert (out / "index.html").read_text("utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_links_to_downloads_are_those_that_are_there(tmp_path):
    (tmp_path / "dossier.pdf").write_bytes(b"")
    page = tmp_path / "record/index.html"
    page.parent.mkdir()
    page.write_text(f"<footer>{downloads.PLACE}</footer>", "utf-8")
    downloads.link(tmp_path)
    text = page.read_text("utf-8")
    assert 'href="../dossier.pdf"' in text
    assert "JSON" not in text
    assert downloads.PLACE not in text
