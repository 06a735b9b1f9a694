"""What a requisition of a given kind and level usually looks like: a start to change. Pure."""

from hiring.presets.archetypes import ARCHETYPES, Archetype
from hiring.presets.preset import Preset, preset_for

__all__ = ["ARCHETYPES", "Archetype", "Preset", "preset_for"]
