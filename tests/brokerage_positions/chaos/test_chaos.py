"""Never more sold than asked, never a position flipped; every outcome known, or reported as unknown and resolved
rightly or not at all."""

import os
from collections import Counter
from pathlib import Path

import pytest

from .episode import Episode, play
from .truth import lies

#: Closes; ``CHAOS_SEED`` alone replays one episode, with ``CHAOS`` it is where the run begins.
FULL = int(os.environ.get("CHAOS") or (10_000 if os.environ.get("FULL") else 0))
REPLAYED = os.environ.get("CHAOS_SEED")
CLOSES = FULL or (1 if REPLAYED else 300)


def test_no_close_is_doubled_or_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts: Counter[str] = Counter()
    seed = int(REPLAYED or 0)
    while counts["closes"] < CLOSES:
        try:
            counts += judged(play(seed, tmp_path / f"{seed}.db"))
        except BaseException as error:
            error.add_note(f"replay: CHAOS_SEED={seed} pytest {__file__}")
            raise
        seed += 1
    if FULL:
        with capsys.disabled():
            print(f"\n{seed - int(REPLAYED or 0)} episodes: {dict(sorted(counts.items()))}")
    if CLOSES > 1:
        assert counts["unknown"] > counts["closes"] / 20, "too little went wrong to prove anything"
        assert counts["resolved placed"], counts
        assert counts["resolved not_placed"], counts


def judged(episode: Episode) -> "Counter[str]":
    found = lies(episode.world, episode.state, episode.log, episode.attempts, episode.records)
    assert not found, "\n".join([f"seed {episode.world.seed}, {episode.world.settings}", *found[:20]])
    return episode.counts()
