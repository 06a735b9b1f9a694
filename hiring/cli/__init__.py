"""What the commands share: reading files, saying what is wrong with them, printing reports. Pure but for the files."""
