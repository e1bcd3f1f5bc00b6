"""Rules the stages share, one subject a module: what prose tells, what is money, which names are safe."""
