"""The call in a code sample: its arguments show how required parameters nest where the layout does not.

The code is parsed, never run: only names, texts, numbers, lists and dicts in it are looked at.
"""

import ast
import re
from typing import Final

from generator.extract.stainless.tokens import Signature
from generator.model import Json, JsonObject

MAX_CALL: Final = 20_000
_QUOTED: Final = re.compile(r"""\"(?:[^"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|[()]""")


def arguments(code: str, signature: Signature | None) -> list[JsonObject]:
    """The keyword arguments of the sample's call of the method; none where it has no such call."""
    name = signature.method.rpartition(".")[2] if signature is not None else ""
    start = code.find(f".{name}(") if name else -1
    if start < 0:
        return []
    begin = start + len(name) + 1
    text = _balanced(code[begin : begin + MAX_CALL])
    try:
        call = ast.parse("f" + " ".join(text.split()), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    if not isinstance(call, ast.Call):
        return []
    return [{keyword.arg: _value(keyword.value, 0) for keyword in call.keywords if keyword.arg}]


def _balanced(text: str) -> str:
    """The text up to the parenthesis that closes its first one."""
    depth = 0
    for mark in _QUOTED.finditer(text):
        depth += (mark[0] == "(") - (mark[0] == ")")
        if not depth:
            return text[: mark.end()]
    return ""


def _value(node: ast.expr, depth: int) -> Json:
    """What a literal shows; anything else shows nothing."""
    if depth > 20:
        return None
    if isinstance(node, ast.Constant) and isinstance(node.value, str | int | float):
        return node.value
    if isinstance(node, ast.List | ast.Tuple):
        return [_value(item, depth + 1) for item in node.elts]
    if isinstance(node, ast.Dict):
        pairs = zip(node.keys, node.values, strict=True)
        return {
            k.value: _value(v, depth + 1) for k, v in pairs if isinstance(k, ast.Constant) and isinstance(k.value, str)
        }
    return None
