"""Derived variables: what the checkers read besides the plain answers. Small pure functions, cached by ``Case``."""
