"""What rules are made of: each looks at one pair and gives what it found, with nothing said about how bad it is."""
