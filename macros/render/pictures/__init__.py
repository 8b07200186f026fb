"""Pictures drawn from the record as SVG: one module each, on what `frame` and `shapes` give all of them."""

from . import atlas, chain, numbers, stands, timeline

__all__ = ["atlas", "chain", "numbers", "stands", "timeline"]
