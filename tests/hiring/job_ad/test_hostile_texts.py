"""No text is slower to read than its length: what would take minutes if each word were held against every other."""

import time

import pytest

from benchmarks.hostile_ads import hostile_ads
from hiring.job_ad import as_json, read_ad_text

SIZE = 100_000
SECONDS = 20
"""Processor time; a linear reading takes a twentieth of it, one that tries every pair many times as much."""


@pytest.mark.parametrize("name", hostile_ads(0))
def test_a_long_text_of_the_same_few_words_is_read_in_time(name: str) -> None:
    began = time.process_time()
    as_json(read_ad_text(hostile_ads(SIZE)[name]))
    assert time.process_time() - began < SECONDS
