"""A changed constant, for all that are made of it when their modules are loaded.

The package of the module is loaded once more from the changed code; what its functions are not, and their
defaults, goes into the modules that were loaded before and into whatever has it from them by name. What came
out as it was stays, with the functions in it: "hypothesis.compute is product" asks for the very one.
"""

from __future__ import annotations

import ast
import importlib
import sys
from dataclasses import fields, is_dataclass
from functools import partial
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

PACKAGE = "extractor.reconcile"


def change(file: str, tree: ast.Module) -> None:
    """Put the constants of a package as they are after a change of one module into the loaded modules."""
    loaded = {name: module for name, module in sys.modules.items() if name.startswith(PACKAGE)}
    for name in loaded:
        del sys.modules[name]
    _give_code(file, compile(tree, file, "exec"))
    changed = {name: importlib.import_module(name) for name in loaded}
    sys.modules.update(loaded)
    outside = [m for name, m in list(sys.modules.items()) if name not in loaded and isinstance(m, ModuleType)]
    for name, module in loaded.items():
        for key, value in vars(changed[name]).items():
            old = vars(module).get(key)
            if isinstance(value, FunctionType) and isinstance(old, FunctionType):
                if not _is_same(_defaults(value), _defaults(old)):
                    old.__defaults__, old.__kwdefaults__ = value.__defaults__, value.__kwdefaults__
            elif _is_constant(key, value) and key in vars(module) and not _is_same(value, old):
                setattr(module, key, value)
                for one in outside:
                    if vars(one).get(key) is old:
                        setattr(one, key, value)


def _give_code(file: str, code: CodeType) -> None:
    """Have one file loaded from changed code, until the process ends."""
    own = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, fullname: str) -> Any:
        return code if Path(self.path).as_posix().endswith(f"/{file}") else own(self, fullname)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign, assignment]


def _is_constant(name: str, value: object) -> bool:
    is_code = isinstance(value, FunctionType | type | ModuleType) or hasattr(value, "__wrapped__")
    return not is_code and not name.startswith("__")


def _is_same(new: object, old: object) -> bool:
    """True if a value came out as it was when its module was loaded again, down to the functions in it."""
    if isinstance(new, FunctionType) and isinstance(old, FunctionType):
        named = (new.__module__, new.__qualname__) == (old.__module__, old.__qualname__)
        return named and new.__code__ == old.__code__ and _is_same(_held(new), _held(old))
    if isinstance(new, partial) and isinstance(old, partial):
        return _is_same((new.func, new.args, new.keywords), (old.func, old.args, old.keywords))
    if type(new).__qualname__ != type(old).__qualname__:
        return False
    if isinstance(new, tuple | list) and isinstance(old, tuple | list):
        return len(new) == len(old) and all(map(_is_same, new, old))
    if isinstance(new, dict) and isinstance(old, dict):
        return list(new) == list(old) and all(map(_is_same, new.values(), old.values()))
    if is_dataclass(new) and not isinstance(new, type):
        return all(_is_same(getattr(new, f.name), getattr(old, f.name)) for f in fields(new))
    return bool(new == old)


def _defaults(function: FunctionType) -> tuple[object, ...]:
    return function.__defaults__, function.__kwdefaults__


def _held(function: FunctionType) -> tuple[object, ...]:
    """What a function has besides its code: its defaults and the values of the function that made it."""
    return *_defaults(function), *(cell.cell_contents for cell in function.__closure__ or ())
