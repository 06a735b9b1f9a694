"""The twelve documented hiring mistakes, one file each. Pure."""
