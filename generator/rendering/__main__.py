"""``python -m generator.rendering``: one job on standard input, one package in a folder, problems on standard error.

The job is ``{"document", "package", "folder", "templates", "header"}``; ``package`` is written below ``folder``.
"""

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

from openapi_python_client import Project
from openapi_python_client.config import ClassOverride, Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.properties import Class

from generator.document import pointer
from generator.errors import RenderError
from generator.model import JsonObject
from generator.rendering import check, patches
from generator.rendering.endpoints import endpoint_view
from generator.rendering.models import model_view
from generator.rendering.operations import written_path
from generator.rendering.places import TODO, check_form, refuse
from generator.rendering.text import docstring, literal

_RUFF: Final = (
    ("check", "--select", "I,F401", "--fix"),
    ("format", "--line-length", "120"),
)
#: Names that generated modules use themselves; a class that the document calls so gets another.
_OURS: Final = (
    "Any AuthenticatedClient ClassVar Client Decimal File Final Literal Mapping NoReturn RawJson Request Response Self"
    " TYPE_CHECKING UNSET UUID Unset"
)


def main() -> int:
    """Do the job; 1 with the problems on standard error if that cannot be."""
    job: dict[str, Any] = json.load(sys.stdin)
    try:
        _generate(job)
    except RenderError as error:
        print(json.dumps([error.pointer, error.what, error.todo]), file=sys.stderr)
        return 1
    except Exception as error:  # whatever else the parser, a template or the import raised is this job's answer
        print(json.dumps(["", f"{type(error).__name__}: {error}", TODO]), file=sys.stderr)
        return 1
    return 0


def _generate(job: dict[str, Any]) -> None:
    check_form(job["document"])
    patches.apply(job["document"])
    package = Path(job["folder"], job["package"])
    config = _config(package)
    data = GeneratorData.from_dict(job["document"], config=config)
    if isinstance(data, GeneratorError):
        refuse(data, "")
    _refuse_same_names(data, job["document"], config)
    templates = Path(job["templates"])
    project = Project(openapi=data, config=config, custom_template_path=templates)
    project.env.globals.update(
        model_view=model_view,
        endpoint_view=lambda endpoint: endpoint_view(job["document"], endpoint),
        docstring=docstring,
        literal=literal,
        package_summary=f"A typed client for {data.title.get_untrusted_value()}.",
    )
    if errors := project.build():
        refuse(errors[0], "")
    shutil.copytree(templates / "runtime", package, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "py.typed").touch()
    for path in package.rglob("*.py"):
        path.write_text(job["header"] + path.read_text("utf-8"), "utf-8")
    for arguments in _RUFF:
        _ruff(*arguments, folder=package)
    check.import_all(package)


def _config(package: Path) -> Config:
    others = {name: ClassOverride.model_validate({"class_name": f"{name.lower()}_model"}) for name in _OURS.split()}
    file = ConfigFile(class_overrides=others, package_name_override=package.name, post_hooks=[])
    return Config.from_sources(file, MetaType.NONE, Path("document"), "utf-8", False, package)


def _refuse_same_names(data: GeneratorData, document: JsonObject, config: Config) -> None:
    """Two things that would be written to one file: the second would replace the first."""
    schemas = (document.get("components") or {}).get("schemas") or {}
    places = {
        str(Class.from_string(string=name, config=config).module_name): pointer("components", "schemas", name)
        for name in schemas
    }
    modules = [str(thing.class_info.module_name) for thing in (*data.models, *data.enums)]
    _once("classes", [(module, places.get(module, pointer("components", "schemas"))) for module in modules])
    for tag, collection in data.endpoint_collections_by_tag.items():
        operations = [(str(e.name), pointer("paths", written_path(e), e.method)) for e in collection.endpoints]
        _once(f"operations of {tag}", operations)


def _once(what: str, named: list[tuple[str, str]]) -> None:
    repeated = sorted(name for name, count in Counter(name for name, _ in named).items() if count > 1)
    if repeated:
        told = f"several {what} would be called {', '.join(repeated)}"
        raise RenderError("", dict(named)[repeated[0]], told, "give one another name by an overlay")


def _ruff(*arguments: str, folder: Path) -> None:
    command = (sys.executable, "-I", "-m", "ruff", arguments[0], "--isolated", "--no-cache", "--quiet", *arguments[1:])
    done = subprocess.run(
        (*command, "--target-version", "py311", "."), cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ValueError(f"ruff {arguments[0]}: {done.stdout or done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
