"""Where each statement of a document comes from, and which statements have nothing behind them.

``trail`` follows one statement from the pages over normalisation, conflicts, overlays and repairs into the generated
code; ``audit`` looks for what is missing, one check a module; ``report`` writes both for people.

A stage like the others: values in, values out.  What was laid over what, and when, it is told by its caller.
"""
