"""Through whose outlets does each side's word reach us? Counted from the tables beside this file.

Run it in the folder of the downloads: python example.py
"""

import csv
from collections import Counter
from pathlib import Path


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table, each a mapping from the names of its columns."""
    with Path(f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


sides = {party["id"]: party["short"] for party in table("parties") if party["side"] == "true"}
side_of = {outlet["id"]: outlet["side"] for outlet in table("outlets")}

claims: Counter[tuple[str, str]] = Counter()
for claim in table("claims"):
    if claim["primary"] == "false":
        for party in claim["parties"].split("; "):
            claims[party, side_of[claim["outlet"]]] += 1

for party, name in sides.items():
    print(f"Claims by speakers of {name}, on pages of outlets")
    for side, where in {**sides, "other": "other countries", "unknown": "a country not known"}.items():
        print(f"  of {where}: {claims[party, side]}")
