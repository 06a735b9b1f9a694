"""Settings, root addresses and the entry points of the web server: the top floor."""
