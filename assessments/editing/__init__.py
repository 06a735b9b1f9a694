"""Working on an interview plan by hand: moving, changing, comparing, accepting. Pure."""
