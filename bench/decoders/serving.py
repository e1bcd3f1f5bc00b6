"""What the programs here share: decode an answer as often as asked, and say what that took.

``python DECODER.py FOLDER`` answers every line ``NAME TIMES`` with the CPU seconds of one decoding of ``FOLDER/NAME``,
or with ``-`` for an answer it has no decoder for.
"""

import gc
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any


def serve(decoders: Mapping[str, Callable[[bytes], Any]]) -> None:
    """Answer until standard input ends."""
    contents = {path.name: path.read_bytes() for path in Path(sys.argv[1]).iterdir()}
    for line in sys.stdin:
        name, times = line.split()
        kind = name.rpartition("_")[0] if name not in decoders else name
        decode = decoders.get(kind)
        print("-" if decode is None else _seconds(decode, contents[name], int(times)), flush=True)


def _seconds(decode: Callable[[bytes], Any], content: bytes, times: int) -> float:
    decode(content)
    gc.collect()
    start = time.process_time()
    for _ in range(times):
        decode(content)
    return (time.process_time() - start) / times
