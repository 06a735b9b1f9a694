"""People and roles: the lowest floor."""
