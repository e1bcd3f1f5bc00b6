"""Named profiles in a TOML file; it holds no key, only where the key is.

    default = "paper"

    [profiles.paper]
    broker = "alpaca"                  # or "clear_street"
    account = "11111111-2222-3333-4444-555555555555"
    key_file = "~/.config/brokerage-positions/alpaca.key"    # mode 0600; or: keyring = "brokerage-positions"

    [profiles.live]
    broker = "clear_street"
    account = "10001"
    environment = "production"         # still needs --production to be said

Other settings of a profile: ``base_url``, ``journal``, ``currency``.
"""

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from attrs import fields_dict, frozen

from brokerage_positions.cli.config.places import config_file
from brokerage_positions.cli.config.words import BROKERS, ENVIRONMENTS, Environment
from brokerage_positions.cli.failures import ConfigurationError

if TYPE_CHECKING:
    from brokerage_positions.journal import Broker

_SECRETS: Final = ("secret", "token", "password", "api_key", "key_id", "apca", "clear_street_api")


@frozen(kw_only=True)
class Profile:
    """One profile, as far as it says something."""

    name: str = ""
    broker: "Broker | None" = None
    account: str | None = None
    environment: Environment | None = None
    base_url: str | None = None
    key_file: str | None = None
    keyring: str | None = None
    journal: str | None = None
    currency: str | None = None


_SETTINGS: Final = tuple(name for name in fields_dict(Profile) if name != "name")
_WORDS: Final[dict[str, tuple[str, ...]]] = {"broker": BROKERS, "environment": ENVIRONMENTS}


@frozen
class Profiles:
    """The file's profiles, and which of them is meant when none is named."""

    path: Path
    named: dict[str, Profile]
    default: str | None = None

    def get(self, name: str | None) -> Profile:
        """The profile of that name, the default one, or an empty one where the file names none."""
        wanted = name or self.default
        if wanted is None:
            return Profile()
        if wanted not in self.named:
            known = ", ".join(sorted(self.named)) or "none"
            raise ConfigurationError(f"{self.path} has no profile {wanted!r}", f"Name one of: {known}")
        return self.named[wanted]


def default_config() -> Path:
    """The file that is read when none is named."""
    return config_file()


def read(path: Path | None) -> Profiles:
    """The profiles of a file; one that nobody named may be missing."""
    where = path or default_config()
    try:
        said = tomllib.loads(where.read_text("utf-8"))
    except FileNotFoundError:
        if path is not None:
            raise ConfigurationError(f"{where} does not exist", "Name a file that does, or none") from None
        return Profiles(where, {})
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{where} cannot be read: {type(error).__name__}", "Mend or remove it") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{where} is no TOML: {error}", "Mend the line that it names") from None
    _known(where, "the file", said, ("default", "profiles"))
    tables: Any = said.get("profiles", {})
    default: Any = said.get("default")
    if not isinstance(tables, dict) or not (default is None or isinstance(default, str)):
        raise ConfigurationError(f"{where}: profiles are tables, and default is the name of one", "Mend it")
    return Profiles(
        where, {name: _profile(where, name, table) for name, table in cast("dict[str, Any]", tables).items()}, default
    )


def _profile(where: Path, name: str, table: Any) -> Profile:
    if not isinstance(table, dict):
        raise ConfigurationError(f"{where}: profile {name!r} is no table", f"Write it as [profiles.{name}]")
    settings = cast("dict[str, Any]", table)
    _known(where, f"profile {name!r}", settings, _SETTINGS)
    for setting, value in settings.items():
        text = str(value) if setting == "account" and isinstance(value, int) else value
        if not isinstance(text, str) or not text.strip():
            raise ConfigurationError(f"{where}: {setting} of profile {name!r} is no text", "Write it in quotes")
        if text not in _WORDS.get(setting, (text,)):
            raise ConfigurationError(
                f"{where}: {setting} of profile {name!r} is {text!r}", f"Write one of: {', '.join(_WORDS[setting])}"
            )
        settings[setting] = text
    return Profile(name=name, **settings)


def _known(where: Path, part: str, table: dict[str, Any], known: tuple[str, ...]) -> None:
    for setting in table:
        if setting in known:
            continue
        if any(word in setting.lower() for word in _SECRETS):  # and its value is shown to nobody
            raise ConfigurationError(
                f"{where}: {part} has {setting!r}: a key has no place in this file",
                "Remove it, and put the key into a key_file of mode 0600, a keyring, or the environment",
            )
        raise ConfigurationError(f"{where}: {part} has an unknown {setting!r}", f"It takes: {', '.join(known)}")
