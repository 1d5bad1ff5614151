"""What the program knows of languages: a module of word lists for each, and their compiler."""
