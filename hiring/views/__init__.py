"""The hiring pages."""
