"""What differs between the brokers: their requests, how answers are read, and what a quantity there can prove.

Each module uses the public names of one generated package, and is imported only when that broker is used.
"""
