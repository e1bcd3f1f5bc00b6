"""A folder a rule: ``base.yaml`` and ``revision.yaml`` differ in what that rule is about, and in nothing else."""
