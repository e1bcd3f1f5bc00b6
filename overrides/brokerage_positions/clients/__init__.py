"""The clients people make: one body of operations for each broker, and a sync and an async face of it."""
