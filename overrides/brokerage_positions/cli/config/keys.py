"""Keys: from a file of mode 0600, the keyring, or the environment; never from an option, and shown to nobody."""

import os
import stat
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from brokerage_positions.cli.failures import ConfigurationError

if TYPE_CHECKING:
    from brokerage_positions.journal import Broker

#: The variables with a broker's keys, in the order in which its client takes them; the names are those of other tools.
VARIABLES: Final[Mapping["Broker", tuple[str, ...]]] = {
    "alpaca": ("APCA_BROKER_KEY_ID", "APCA_BROKER_SECRET_KEY"),
    "clear_street": ("CLEAR_STREET_API_KEY",),
}
_LONGEST: Final = 64 * 1024


@frozen
class Keys:
    """The keys of one broker; ``source`` says where they come from, ``reveal()`` is for its client alone."""

    source: str
    reveal: Callable[[], tuple[str, ...]] = field(repr=False, eq=False)


def keys(broker: "Broker", key_file: Path | None, keyring: str | None) -> Keys:
    """From the file or the keyring, if one is named; else from the environment."""
    if key_file is not None:
        source, found = f"key file {key_file}", _of_file(key_file)
    elif keyring is not None:
        source, found = f"keyring {keyring!r}", _of_keyring(keyring, broker)
    else:
        source, found = "the environment", dict(os.environ)
    missing = [name for name in VARIABLES[broker] if not found.get(name)]
    if missing:
        todo = f"Set {' and '.join(missing)} there, or name a --key-file or --keyring that has it"
        raise ConfigurationError(f"{source} has no {' and no '.join(missing)}, the key for {broker}", todo)
    values = tuple(found[name] for name in VARIABLES[broker])
    return Keys(source, lambda: values)


def _of_file(path: Path) -> dict[str, str]:
    """Lines ``NAME=value``; blank lines and lines that begin with ``#`` say nothing."""
    try:
        # Without waiting, for it may be a pipe; looked at by its descriptor, so that what is read is what is checked.
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        with open(descriptor, encoding="utf-8") as file:
            _private(path, os.fstat(descriptor))
            text = file.read(_LONGEST)
    except UnicodeDecodeError:
        raise ConfigurationError(f"key file {path} is no text", "Write lines NAME=value into it") from None
    except OSError as error:
        raise ConfigurationError(f"key file {path} cannot be read: {error.strerror}", "Name one that can") from None
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        name, equals, value = line.strip().partition("=")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not equals:  # the line itself may be a key, and is not shown
            raise ConfigurationError(f"key file {path}, line {number} is not NAME=value", "Mend it")
        found[name.strip()] = value.strip().strip("\"'")
    return found


def _private(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise ConfigurationError(f"key file {path} is no regular file", "Name one that is")
    if status.st_uid not in (os.geteuid(), 0):
        raise ConfigurationError(f"key file {path} belongs to another user", "Name one of your own")
    if status.st_mode & 0o077:
        mode = stat.S_IMODE(status.st_mode)
        raise ConfigurationError(f"key file {path} is open to others (mode {mode:04o})", f"chmod 600 {path}")


def _of_keyring(service: str, broker: "Broker") -> dict[str, str]:
    try:
        library = import_module("keyring")
    except ModuleNotFoundError:
        raise ConfigurationError("keyring is not installed", "Install brokerage-positions[keyring]") from None
    found: dict[str, str] = {}
    for name in VARIABLES[broker]:
        try:
            value = library.get_password(service, name)
        except Exception as error:  # each backend has errors of its own
            todo = "Unlock it, or name a --key-file"
            raise ConfigurationError(f"the keyring does not answer ({type(error).__name__})", todo) from None
        if value:
            found[name] = value
    return found
