"""``python -m generator.rendering``: one job on standard input, one package in a folder, problems on standard error.

The job is ``{"document", "package", "folder", "templates", "header"}``; ``package`` is written below ``folder``.
"""

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from openapi_python_client import Project
from openapi_python_client.config import ClassOverride, Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from generator.rendering import check, patches
from generator.rendering.endpoints import endpoint_view
from generator.rendering.models import model_view
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
    except Exception as error:  # whatever the parser, a template or the import raised is this job's answer
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    return 0


def _generate(job: dict[str, Any]) -> None:
    patches.apply()
    package = Path(job["folder"], job["package"])
    config = _config(package)
    data = GeneratorData.from_dict(job["document"], config=config)
    if isinstance(data, GeneratorError):
        raise ValueError(_told([data]))
    _refuse_same_names(data)
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
        raise ValueError(_told(errors))
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


def _refuse_same_names(data: GeneratorData) -> None:
    """Two things that would be written to one file: the second would replace the first."""
    _once("classes", [thing.class_info.module_name for thing in (*data.models, *data.enums)])
    for tag, collection in data.endpoint_collections_by_tag.items():
        _once(f"operations of {tag}", [str(endpoint.name) for endpoint in collection.endpoints])


def _once(what: str, names: Iterable[str]) -> None:
    if repeated := sorted(name for name, count in Counter(names).items() if count > 1):
        raise ValueError(f"several {what} would be called {', '.join(repeated)}")


def _told(errors: Iterable[GeneratorError]) -> str:
    told = "; ".join(" ".join(f"{error.header} {error.detail or ''}".split()) for error in errors)
    return re.sub(r"<[\w.]+ object at 0x[0-9a-f]+>", "(unnamed)", told)  # the parser prints some names as objects


def _ruff(*arguments: str, folder: Path) -> None:
    command = (sys.executable, "-I", "-m", "ruff", arguments[0], "--isolated", "--no-cache", "--quiet", *arguments[1:])
    done = subprocess.run(
        (*command, "--target-version", "py311", "."), cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ValueError(f"ruff {arguments[0]}: {done.stdout or done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
