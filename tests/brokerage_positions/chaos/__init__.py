"""Closes by the thousand against a broker that misbehaves, judged by the broker's own log.

An *episode* is one broker with its own habits, one journal file and many accounts, all drawn from one seed; traders,
sync and async, close positions there and resolve what came of it.  Afterwards ``truth`` compares everything that the
clients said with what the broker did.  Chances are replayed from a seed, the scheduling of threads is not.

``FULL=1`` runs 10,000 closes, 200 kills and 100,000 odd inputs; ``CHAOS``, ``KILLS`` and ``INPUTS`` set each number.
``CHAOS_SEED=7`` replays the episode that a failure named.

``world`` (what a seed means), ``orders`` (what is asked), ``calls`` and ``clients`` (how), ``trader`` (asks),
``resolving`` (what came of it), ``episode`` (all of it), ``truth``, ``sent`` and ``said`` (judge it), ``killing`` and
``preload`` (clients in processes that are killed); ``values``, ``liars`` and ``raw``: anything at all as an amount or
a symbol, and the bytes that it becomes.
"""
