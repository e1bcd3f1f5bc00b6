"""Who is meant and where: options first, then the environment, then the profile.

A key is never an option: it comes from a key file, the keyring, or the environment.  Production is never meant unless
``--production`` is said.
"""

from .keys import Keys
from .profiles import Profile, default_config
from .target import Given, Target, targets

__all__ = ["Given", "Keys", "Profile", "Target", "default_config", "targets"]
