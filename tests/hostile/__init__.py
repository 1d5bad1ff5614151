"""Files that mean harm: what is promised of any file, and what is tried against the promise."""
