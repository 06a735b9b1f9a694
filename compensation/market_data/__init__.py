"""Market data of one's own: files read, checked, stored and worked into percentiles."""
