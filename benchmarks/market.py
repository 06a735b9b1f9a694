"""Market data: importing a file the size of the public one, and answers of the benchmark and the calculator.

``MARKET_FILE=… make bench ARGS=market`` imports a file of one's own in place of the made-up one.
"""

import gzip
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.core.management import call_command

from benchmarks.timing import cpu_ms, show

TODAY = date(2026, 11, 22)
ROWS = 151_445
"""As many as the public file holds."""
TITLES = (
    "Data Scientist",
    "Data Engineer",
    "Machine Learning Engineer",
    "MLOps Engineer",
    "DevOps Engineer",
    "Manager",
)
HEADER = (
    "work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,"
    "employee_residence,remote_ratio,company_location,company_size"
)


def measure() -> None:
    """Print time and memory of an import, and of single answers once warm."""
    print("Market data")
    call_command("migrate", verbosity=0)
    with tempfile.TemporaryDirectory() as folder:
        given = os.environ.get("MARKET_FILE")
        file = Path(given) if given else _made_up(Path(folder) / "salaries_2025-08-03.csv.gz")
        with gzip.open(file) as lines:
            rows = sum(1 for _ in lines) - 1
        _import(file, f"importing {rows:,} rows", "20 s, 500 MB")
        _import(file, "importing them again (nothing changes)", "20 s")
        _on_a_page(file)
    _answers()


def _import(file: Path, what: str, held: str) -> None:
    command = [sys.executable, "manage.py", "import_market_data", str(file)]
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    show(what, f"{seconds:.1f} s, {peak:.0f} MB", held)


def _on_a_page(file: Path) -> None:
    from compensation import importing
    from compensation.models import Recheck

    def done(made: Recheck) -> Recheck:
        work = Recheck.objects.get(pk=made.pk)
        assert work.state == "done", work.error
        return work

    started = time.perf_counter()
    with file.open("rb") as content:
        seen = done(importing.preview(importing.Upload(content, file.name, "From a page"), None, TODAY))
    show("preview of an upload", f"{time.perf_counter() - started:.1f} s", "20 s")
    started = time.perf_counter()
    done(importing.carry_out(seen, None, TODAY))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    show("importing it", f"{time.perf_counter() - started:.1f} s, {peak:.0f} MB", "20 s, 500 MB")


def _answers() -> None:
    from compensation.benchmark import benchmark
    from compensation.calculator import Question, calculate, choices
    from compensation.market_data.sources import active_sources
    from hiring.document.role import Location

    place = Location(country="US", region="TX", metro="Austin")
    question = Question(place, "USD", level="senior", focus="ml_heavy", stage="seed", growth=Decimal("0.04"))
    sources = active_sources()
    shipped = cpu_ms(lambda: benchmark("senior", place, "USD", TODAY), 300)
    imported = cpu_ms(lambda: benchmark("senior", place, "USD", TODAY, sources=sources), 300)
    stored = cpu_ms(lambda: benchmark("senior", place, "USD", TODAY, sources=active_sources()), 300)
    show("benchmark, shipped figures, warm", f"{shipped:.3f} ms", "2 ms")
    show("benchmark, imported figures, warm", f"{imported:.3f} ms", "2 ms")
    show("the same and asking which sources are on (1 query)", f"{stored:.3f} ms", "2 ms")
    show("calculator", f"{cpu_ms(lambda: calculate(question, TODAY, sources=sources), 300):.3f} ms")
    show("calculator, every other choice of each input", f"{cpu_ms(lambda: choices(question, TODAY), 100):.3f} ms")


def _made_up(path: Path) -> Path:
    """Two rows a posting, many posted again, as in the public file."""
    dice = random.Random(1)
    lines = [HEADER]
    while len(lines) < ROWS:
        low, year = dice.randrange(60, 300) * 1000, dice.randrange(2023, 2026)
        title, level, country = dice.choice(TITLES), dice.choice(("EN", "MI", "SE")), dice.choice(("US", "US", "GB"))
        high = low + dice.randrange(1, 9) * 10_000
        lines += [f"{year},{level},FT,{title},{pay},USD,{pay},{country},0,{country},M" for pay in (high, low)]
    path.write_bytes(gzip.compress("\n".join(lines[: ROWS + 1]).encode()))
    return path
