"""Write postings.csv and places.csv from the two derived tables they come from.

Run by hand when newer figures come: ``python -m compensation.figures.derive BENCHMARKS.csv RATIOS.csv``.
docs/market-figures.md describes both inputs.
"""

import csv
import sys
from pathlib import Path

HERE = Path(__file__).parent
FAMILIES = ("mlops", "ml_engineer", "devops")
LEVELS = {"EN": "junior", "MI": "mid", "SE": "senior", "ALL": "all"}
YEARS = {"2024-2025": "recent", "ALL": "every"}
PERCENTILES = ("p10", "p25", "p50", "p75", "p90")


def write_postings(benchmarks: Path) -> int:
    """Keep the three families at the three observed levels, for recent and for all years; give back the row count."""
    with benchmarks.open(newline="", encoding="utf-8") as source:
        rows = [
            [row["family"], LEVELS[row["level"]], row["country"], YEARS[row["year"]], row["n_unique"]]
            + [row[name] for name in PERCENTILES]
            for row in csv.DictReader(source)
            if row["family"] in FAMILIES and row["level"] in LEVELS and row["year"] in YEARS
        ]
    with (HERE / "postings.csv").open("w", newline="", encoding="utf-8") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(["family", "level", "country", "years", "n", *PERCENTILES])
        writer.writerows(rows)
    return len(rows)


def write_places(ratios: Path) -> int:
    """Keep states and metropolitan areas, those with most developers first; give back the row count."""
    with ratios.open(newline="", encoding="utf-8") as source:
        kept = [
            row
            for row in csv.DictReader(source)
            if row["area_type"] == "S" or (row["area_type"] == "M" and "nonmetropolitan" not in row["area"])
        ]
    kept.sort(key=lambda row: (row["area_type"] != "S", -float(row["software_developers_employed"] or 0), row["area"]))
    with (HERE / "places.csv").open("w", newline="", encoding="utf-8") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(["kind", "area", "ratio"])
        writer.writerows(
            ["state" if row["area_type"] == "S" else "metro", row["area"], row["ratio_to_us"]] for row in kept
        )
    return len(kept)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m compensation.figures.derive BENCHMARKS.csv RATIOS.csv")
    sys.stdout.write(f"postings.csv: {write_postings(Path(sys.argv[1]))} cells\n")
    sys.stdout.write(f"places.csv: {write_places(Path(sys.argv[2]))} places\n")
