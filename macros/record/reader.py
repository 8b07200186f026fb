"""The one reader of YAML: YAML 1.2's core types only, equal keys refused, and the line of every node."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import yaml

Path_ = tuple[str | int, ...]

# The fast C parser where PyYAML was built with it; the Python one reads the same.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_Base):  # type: ignore[misc]
    """Reads YAML 1.2's core types only: `on`, `yes`, `14:43` and dates stay text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Of equal keys the first counts: it is the one whose line is told; `_equal_keys` tells of the second."""
        first = {str(key.value): (key, value) for key, value in reversed(node.value)}
        node.value = [(key, value) for key, value in node.value if first[str(key.value)][0] is key]
        return cast("dict[Any, Any]", super().construct_mapping(node, deep))


for _tag, _pattern, _first in (
    ("bool", r"^(true|false)$", "tf"),
    ("int", r"^[-+]?(0|[1-9][0-9]*)$", "-+0123456789"),
    ("float", r"^[-+]?(0|[1-9][0-9]*)\.[0-9]+$", "-+0123456789"),
    ("null", r"^(~|null|)$", ["~", "n", ""]),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


def equal_keys(text: str) -> Iterator[tuple[str, int]]:
    """Keys that stand twice in one mapping, with the line of the second."""
    root = yaml.compose(text, Loader)
    stack, seen = ([root] if root else []), set()
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            first: dict[str, int] = {}
            for key, value in node.value:
                line = key.start_mark.line + 1
                if (name := str(key.value)) in first:
                    yield f"the key {name!r} stands twice here (first on line {first[name]})", line
                first.setdefault(name, line)
                stack.append(value)
        elif isinstance(node, yaml.SequenceNode):
            stack.extend(node.value)


def line_of(path: Path, keys: Path_) -> int:
    """The line, counted from 1, of the node that `keys` lead to in a YAML file; of its nearest parent if absent."""
    node = _nodes(path, path.stat().st_mtime_ns) if path.is_file() else None
    line = 1
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                if name.value == str(key):
                    line, node = name.start_mark.line + 1, value
                    break
            else:
                break
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
            line = node.start_mark.line + 1
        else:
            break
    return line


@lru_cache(maxsize=64)
def _nodes(path: Path, stamp: int) -> yaml.Node | None:  # noqa: ARG001 (the cache's key)
    try:
        return yaml.compose(path.read_text("utf-8"), Loader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return None
