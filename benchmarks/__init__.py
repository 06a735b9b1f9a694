"""Speeds that are promised, each beside a floor measured in the same run. `make bench`.

Absolute times vary with the machine; the ratios are what to watch (docs/decisions and the README say what is held).
"""
