"""What programs read: JSON (``schema.json`` describes it), CSV and Parquet.  Amounts are text there, never floats."""
