"""Says in one sentence that this Python will not do, before anything is installed. Any Python can read it.

pymdown-extensions and soupsieve, which Material for MkDocs needs, ask for 3.11.5.
"""

import sys

NEEDED = (3, 11, 5)
OLD = (
    "dossier: Python 3.11.5 or later is needed, and {0} is {1} (Debian 12's own is 3.11.2): install a newer one and "
    "name it, as in `PYTHON=python3.13 make serve`."
)
BARE = (
    "dossier: {0} cannot make a folder for packages, as its module `ensurepip` is missing: on Debian and Ubuntu run "
    "`sudo apt-get install python3-venv`."
)


def wrong(version, has_ensurepip):
    """What is wrong with a Python of this version, in a sentence; None where nothing is."""
    if tuple(version[:3]) < NEEDED:
        return OLD.format(sys.executable, ".".join(str(part) for part in version[:3]))
    if not has_ensurepip:
        return BARE.format(sys.executable)
    return None


if __name__ == "__main__":
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        sys.exit(wrong(sys.version_info, False))
    sys.exit(wrong(sys.version_info, True))
