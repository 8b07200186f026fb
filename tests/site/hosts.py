"""Web servers that really run, each with its own file of hosting/, filled in as a maintainer would."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from macros.site import hosting

from ..conftest import REAL

# What surrounds the example on a server: Debian's own nginx.conf, with everything it writes kept in one folder.
NGINX = """
daemon off;
master_process off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include /etc/nginx/mime.types;
    include {folder}/dossier.conf;
}}
"""


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def nginx(site: Path, folder: Path, port: int, path: str = "/") -> Iterator[str]:
    """Serve a built site by the example under a path; its address."""
    address = f"http://127.0.0.1:{port}{path}"
    template = (REAL / "hosting/nginx.conf").read_text("utf-8")
    own = hosting.fill(template, site, site, address)
    assert "listen 80;" in own
    (folder / "dossier.conf").write_text(own.replace("listen 80;", f"listen 127.0.0.1:{port};"), "utf-8")
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder), "utf-8")
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert program, "nginx is missing: run `make system`"
    with running([program, "-p", str(folder), "-c", str(folder / "nginx.conf")], address):
        yield address


@contextmanager
def caddy(site: Path, folder: Path, port: int, path: str = "/") -> Iterator[str]:
    """The same by Caddy."""
    address = f"http://127.0.0.1:{port}{path}"
    template = (REAL / "hosting/Caddyfile").read_text("utf-8")
    own = "{\n\tadmin off\n\tauto_https off\n}\n" + hosting.fill(template, site, site, address)
    (folder / "Caddyfile").write_text(own, "utf-8")
    program = shutil.which("caddy")
    assert program, "Caddy is missing: run `make system`"
    homes = {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with running([program, "run", "--config", str(folder / "Caddyfile")], address, **homes):
        yield address


@contextmanager
def running(command: list[str], address: str, **more: str) -> Iterator[None]:
    """Run a server until the end of the block; it has to answer soon."""
    with subprocess.Popen(
        command, env={**os.environ, **more}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as server:
        try:
            for _ in range(100):
                try:
                    urlopen(address, timeout=2).close()
                    break
                except URLError:
                    assert server.poll() is None, server.stdout.read().decode() if server.stdout else ""
                    time.sleep(0.1)
            yield
        finally:
            server.terminate()
