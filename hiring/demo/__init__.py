"""Three demo requisitions that tell a story."""

from hiring.demo.seed import seed

__all__ = ["seed"]
