"""What a place is in the generated package: module, name and Python type, read from the package's own text."""

import ast
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from generator.errors import RenderError
from generator.evidence.trail.places import Place
from generator.evidence.trail.search import flat
from generator.model import Json


@frozen
class Named:
    """A name in the generated code, its type as written there."""

    module: str
    name: str
    type: str

    def __str__(self) -> str:
        return f"{self.module}: {self.name}" + (f": {self.type}" if self.type else "")


@frozen
class Code:
    """A package's classes and operations, by their names without case and signs."""

    classes: Mapping[str, Named] = field(repr=False)
    members: Mapping[tuple[str, str], Named] = field(repr=False)
    operations: Mapping[str, Named] = field(repr=False)
    arguments: Mapping[tuple[str, str], Named] = field(repr=False)
    answers: Mapping[tuple[str, str], Named] = field(repr=False)


def read_code(package: str, files: Mapping[str, bytes]) -> Code:
    """The package's models and operations (path below the package -> text); nothing is imported or run."""
    classes, members, operations = dict[str, Named](), dict[tuple[str, str], Named](), dict[str, Named]()
    arguments, answers = dict[tuple[str, str], Named](), dict[tuple[str, str], Named]()
    for path, text in files.items():
        folder, _, file = path.rpartition("/")
        if file in ("", "__init__.py") or not (folder == "models" or folder.startswith("api/")):
            continue
        module = f"{package}.{path.removesuffix('.py').replace('/', '.')}"
        tree = _parsed(path, text)
        if folder == "models":
            for named in (node for node in tree.body if isinstance(node, ast.ClassDef)):
                classes[flat(named.name)] = Named(module, named.name, _bases(named))
                members.update({(flat(named.name), key): member for key, member in _members(module, named)})
            continue
        operation = flat(file.removesuffix(".py"))
        for statement in tree.body:
            if isinstance(statement, ast.FunctionDef) and statement.name in ("sync", "sync_detailed"):
                returned = ast.unparse(statement.returns) if statement.returns else ""
                if statement.name == "sync" or operation not in operations:
                    operations[operation] = Named(module, f"{statement.name}()", returned)
                for argument in (*statement.args.args, *statement.args.kwonlyargs):
                    said = ast.unparse(argument.annotation) if argument.annotation else ""
                    arguments[operation, flat(argument.arg)] = Named(module, f"argument {argument.arg}", said)
            elif isinstance(statement, ast.AnnAssign | ast.Assign) and statement.value is not None:
                answers.update({(operation, status): a for status, a in _answers(module, statement.value)})
    return Code(classes, members, operations, arguments, answers)


def _parsed(path: str, text: bytes) -> ast.Module:
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError) as error:
        raise RenderError(path, "", f"not Python ({error})", "run `make clients`") from None


def _bases(node: ast.ClassDef) -> str:
    return f"class({', '.join(ast.unparse(base) for base in node.bases)})" if node.bases else "class"


def _members(module: str, node: ast.ClassDef) -> Iterator[tuple[str, Named]]:
    """Fields by their names; members of an enumeration by their values, as their names are not always legible."""
    for statement in node.body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=said) if not name.startswith("_"):
                yield flat(name), Named(module, f"{node.name}.{name}", ast.unparse(said))
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=value)):
                yield flat(str(value)), Named(module, f"{node.name}.{name}", f"{node.name} = {value!r}")


def _answers(module: str, node: ast.expr) -> Iterator[tuple[str, Named]]:
    for call in ast.walk(node):
        match call:
            case ast.Call(
                func=ast.Attribute(attr="Answer"),
                args=[ast.Constant(value=low), ast.Constant(value=high), _, decoder, *_],
            ):
                status = "default" if (low, high) == (0, 999) else str(low) if low == high else f"{str(low)[0]}XX"
                yield status, Named(module, f"answer {status}", _read_as(decoder))


def _read_as(decoder: ast.expr) -> str:
    """A decoder as the type of what it answers with."""
    match decoder:
        case ast.Call(func=ast.Attribute(attr="model"), args=[ast.Name(id=name)]):
            return name
        case ast.Call(func=ast.Attribute(attr="list_of"), args=[inner]):
            return f"list[{_read_as(inner)}]"
        case _:
            return ast.unparse(decoder).replace("_wire.", "")


def generated(code: Code, place: Place, node: Json) -> tuple[Named, ...]:
    """Every name the place has in the generated code; none if it left no trace there.

    A schema that is only a choice between classes has no class: it is those.
    """
    first, last = flat(place.words[0]), flat(place.words[-1])
    owner = flat("".join(place.words[:-1]))
    match place.kind:
        case "schema":
            found = code.classes.get(first)
        case "field":
            found = code.members.get((owner, last)) or code.members.get((f"{owner}request", last))
        case "value":
            found = code.members.get((owner, last))
        case "operation":
            found = code.operations.get(first)
        case "parameter":
            found = code.arguments.get((first, last))
        case "body":
            found = code.arguments.get((first, "body"))
        case "answer" if len(place.words) > 1:
            found = code.answers.get((first, place.words[1]))
        case _:
            found = None
    if found is None and place.kind == "schema" and isinstance(node, dict):
        members = [str(m["$ref"]) for key in ("oneOf", "anyOf") for m in node.get(key, ()) if "$ref" in m]
        named = (code.classes.get(flat(ref.rpartition("/")[2])) for ref in members)
        return tuple(one for one in named if one)
    return (found,) if found else ()
