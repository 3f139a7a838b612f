"""A changed constant, for all that are made of it when their modules are loaded.

The package of the module is loaded once more from the changed code; what its functions are not, and their
defaults, goes into the modules that were loaded before and into whatever has it from them by name.
"""

from __future__ import annotations

import ast
import importlib
import sys
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
                old.__defaults__, old.__kwdefaults__ = value.__defaults__, value.__kwdefaults__
            elif _is_constant(key, value) and key in vars(module):
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
