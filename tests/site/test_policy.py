import re

from macros.site import policy

PAGE = '<!doctype html><html><head><meta charset="utf-8"><title>t</title>{}</head><body></body></html>'
ALERT = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"  # of alert(1), as browsers report it


def write(folder, name, inside):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(inside), "utf-8")
    return path


def policy_of(path):
    found = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', path.read_text("utf-8"))
    assert len(found) == 1
    return found[0]


def test_inline_scripts_are_allowed_by_their_hash_alone(tmp_path):
    page = write(tmp_path, "index.html", "<script>alert(1)</script>")
    policy.apply(tmp_path)
    assert ALERT in policy_of(page)
    scripts = next(part for part in policy_of(page).split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts


def test_every_page_has_the_hashes_of_all(tmp_path):
    write(tmp_path, "index.html", "<script>alert(1)</script>")
    other = write(tmp_path, "a/index.html", "")
    policy.apply(tmp_path)
    assert ALERT in policy_of(other)


def test_data_and_external_scripts_need_no_hash(tmp_path):
    data = '<script type="application/json">{}</script><script src="x.js"></script>'
    page = write(tmp_path, "index.html", data)
    policy.apply(tmp_path)
    assert "sha256" not in policy_of(page)


def test_a_second_run_changes_nothing(tmp_path):
    page = write(tmp_path, "index.html", "<script>alert(1)</script>")
    policy.apply(tmp_path)
    once = page.read_bytes()
    policy.apply(tmp_path)
    assert page.read_bytes() == once


def test_it_stands_before_anything_it_governs(tmp_path):
    page = write(tmp_path, "index.html", "<script>alert(1)</script>")
    policy.apply(tmp_path)
    text = page.read_text("utf-8")
    assert text.index("Content-Security-Policy") < text.index("<title>") < text.index("<script>")


def test_the_policy_of_a_finished_site_is_read_from_it(tmp_path):
    page = write(tmp_path, "index.html", "<script>alert(1)</script>")
    assert policy.of_site(tmp_path) == ""
    assert policy.apply(tmp_path) == policy.of_site(tmp_path) == policy_of(page)
