"""The register of rules: every decision that a record can name in its explanation.

A rule is one function. Its name is its id, the first line of its docstring says what it
reads, and a line ``Example: …`` shows the sentence it is for. ``@rule(stage)`` registers it
and leaves it as it is; ``catalogue()`` lists all, in the order of the stages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeVar

STAGES = ("links", "sources", "ends", "details", "speakers", "affiliations")
"""The stages that have rules, in the order in which they run."""

ROOMS = (
    "quotes.rules.quoted",
    "quotes.rules.runs",
    "quotes.rules.remarks",
    "quotes.rules.frames",
    "quotes.rules.clauses",
    "quotes.rules.objects",
    "quotes.rules.surface",
    "quotes.rules.nominal",
    "quotes.rules.phrases",
    "quotes.rules.layout",
    "quotes.sources",
    "quotes.settle.mentions",
    "quotes.settle.ends",
    "quotes.details",
    "quotes.speakers",
    "quotes.affiliations",
)
"""The modules that hold rules; importing one registers its own."""

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Rule:
    """What ``quotes rules`` shows of a rule."""

    name: str
    stage: str
    doc: str
    example: str


_register: dict[str, Rule] = {}
_places: dict[str, tuple[str, int]] = {}


def rule(stage: str) -> Callable[[Function], Function]:
    """Register a function as a rule of a stage.

    Raises:
        ValueError: the stage is unknown, the name is taken, or the docstring has no example.
    """
    if stage not in STAGES:
        raise ValueError(f"no stage is called {stage}")

    def register(function: Function) -> Function:
        name, lines = function.__name__, (function.__doc__ or "").strip().splitlines()
        examples = [line.strip().removeprefix("Example: ") for line in lines if line.strip().startswith("Example: ")]
        if not examples:
            raise ValueError(f"the docstring of {name} shows no example")
        if name in _register:
            raise ValueError(f"a rule called {name} is registered already")
        _places[name] = (function.__module__, function.__code__.co_firstlineno)
        _register[name] = Rule(name, stage, lines[0].strip(), examples[0])
        return function

    return register


def catalogue() -> list[Rule]:
    """List every rule, by stage and then in the order in which the rules are written."""
    for room in ROOMS:
        import_module(room)
    return sorted(_register.values(), key=lambda r: (STAGES.index(r.stage), _places[r.name]))
