"""Mutants of a module: the same code with one operator, constant, condition or argument changed.

    for mutant in mutants(source):
        code = compile(mutated(source, mutant), "amount.py", "exec")

What only describes the code stays as it is: docstrings, annotations, decorators, imports and `__all__`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass

#: A change of one node of the tree, in place; it returns what to put there instead.
Change = Callable[[ast.AST], ast.AST]

#: The name of what is called with the lines that are about to run.
PROBE = "__reached__"

_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_BINARY: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Div,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the node in the order of the walk, which of its changes, where and what it looks like.

    `place` is the function, the method as "Class.method", or the constant whose value is made on import.
    """

    node: int
    change: int
    line: int
    end: int
    place: str
    on_import: bool
    before: str
    after: str

    @property
    def name(self) -> str:
        """What stays the same as long as the source does."""
        return f"{self.place}:{self.line}:{self.node}.{self.change}"


def mutants(source: str) -> Iterator[Mutant]:
    """All mutants of a module, in the order of its code."""
    lines = (0, 0)
    for index, (node, place) in enumerate(_walk(ast.parse(source), "")):
        lines = (
            _lines(node) if hasattr(node, "lineno") else lines
        )  # a comprehension has those of its expression
        for number, change in enumerate(_changes(node)):
            after = _shown(change(deepcopy(node)))
            if after != _shown(node):
                yield Mutant(
                    index, number, *lines, place.lstrip("+"), place.startswith("+"), _shown(node), after
                )


def mutated(source: str, mutant: Mutant) -> ast.Module:
    """The module with the one change made."""
    tree = ast.parse(source)
    target = next(node for i, (node, _) in enumerate(_walk(tree, "")) if i == mutant.node)
    changed = _changes(target)[mutant.change](target)
    if changed is not target:
        _put(tree, target, changed)
    return ast.fix_missing_locations(tree)


def with_probes(source: str) -> ast.Module:
    """The module with a call of `PROBE` before every statement of a function, which names its lines."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            for inner in ast.walk(node):
                for field in ("body", "orelse", "finalbody"):
                    block = getattr(inner, field, None)
                    if isinstance(block, list):
                        setattr(inner, field, [one for statement in block for one in _probed(statement)])
    return ast.fix_missing_locations(tree)


def _probed(statement: ast.stmt) -> list[ast.stmt]:
    first, last = _lines(statement)
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return [statement]
    call = ast.parse(f"{PROBE}(range({first}, {last + 1}))").body
    return [*call, statement]


def _walk(node: ast.AST, place: str) -> Iterator[tuple[ast.AST, str]]:
    """The nodes that may be changed, each with the name of its function, or of its constant behind a "+"."""
    for child in _children(node):
        inside = _inside(node, child, place)
        if inside != "+__all__":
            yield child, inside
            yield from _walk(child, inside)


def _inside(node: ast.AST, child: ast.AST, place: str) -> str:
    if isinstance(child, ast.FunctionDef) and isinstance(node, ast.ClassDef):
        return f"{place.lstrip('+')}.{child.name}"
    if place:
        return place
    if isinstance(child, ast.FunctionDef):
        return child.name
    if isinstance(child, ast.ClassDef):
        return f"+{child.name}"
    target = child.targets[0] if isinstance(child, ast.Assign) else getattr(child, "target", None)
    return f"+{target.id}" if isinstance(target, ast.Name) else "+"


def _children(node: ast.AST) -> Iterator[ast.AST]:
    skipped: set[int] = set()
    for name in ("annotation", "returns", "decorator_list"):
        value = getattr(node, name, None)
        skipped |= {id(one) for one in (value if isinstance(value, list) else [value])}
    for child in ast.iter_child_nodes(node):
        is_text = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if id(child) not in skipped and not is_text and not isinstance(child, ast.Import | ast.ImportFrom):
            yield child


def _put(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, field, new)
            elif isinstance(value, list) and any(one is old for one in value):
                value[:] = [new if one is old else one for one in value]


def _lines(node: ast.AST) -> tuple[int, int]:
    """First and last line of an expression or of the head of a statement."""
    assert isinstance(node, ast.expr | ast.stmt | ast.arg | ast.keyword | ast.ExceptHandler)
    body = getattr(node, "body", None)
    last = body[0].lineno - 1 if isinstance(body, list) and body else node.end_lineno or node.lineno
    return node.lineno, max(node.lineno, last)


def _shown(node: ast.AST) -> str:
    return ast.unparse(ast.fix_missing_locations(node))


def _changes(node: ast.AST) -> list[Change]:
    """What may be changed at a node."""
    found: list[Change] = []
    for kind, of in _OPERATORS:
        if isinstance(node, kind):
            found += of(node)
    return found


def _compare(node: ast.Compare) -> list[Change]:
    def swap(place: int) -> Change:
        def change(tree: ast.AST) -> ast.AST:
            assert isinstance(tree, ast.Compare)
            tree.ops[place] = _COMPARE[type(tree.ops[place])]()
            return tree

        return change

    return [swap(i) for i in range(len(node.ops))]


def _boolean(node: ast.BoolOp) -> list[Change]:
    """The other of "and" and "or", and each operand left out."""

    def swap(tree: ast.AST) -> ast.AST:
        assert isinstance(tree, ast.BoolOp)
        tree.op = ast.Or() if isinstance(tree.op, ast.And) else ast.And()
        return tree

    def without(place: int) -> Change:
        def change(tree: ast.AST) -> ast.AST:
            assert isinstance(tree, ast.BoolOp)
            rest = tree.values[:place] + tree.values[place + 1 :]
            return rest[0] if len(rest) == 1 else ast.BoolOp(tree.op, rest)

        return change

    return [swap, *(without(i) for i in range(len(node.values)))]


def _binary(node: ast.BinOp) -> list[Change]:
    def swap(tree: ast.AST) -> ast.AST:
        assert isinstance(tree, ast.BinOp)
        tree.op = _BINARY[type(tree.op)]()
        return tree

    return [swap] if type(node.op) in _BINARY else []


def _unary(_: ast.UnaryOp) -> list[Change]:
    def bare(tree: ast.AST) -> ast.AST:
        assert isinstance(tree, ast.UnaryOp)
        return tree.operand

    return [bare]


def _constant(node: ast.Constant) -> list[Change]:
    def other(tree: ast.AST) -> ast.AST:
        assert isinstance(tree, ast.Constant)
        value = tree.value
        if isinstance(value, bool):
            return ast.Constant(not value)
        if isinstance(value, str):
            return ast.Constant(f"XX{value}XX" if value else "XX")
        return ast.Constant(value + 1)

    return [other] if isinstance(node.value, bool | int | float | str) else []


def _call(node: ast.Call) -> list[Change]:
    """Each named argument left out, and the last of several others."""

    def without(place: int) -> Change:
        def change(tree: ast.AST) -> ast.AST:
            assert isinstance(tree, ast.Call)
            return ast.Call(tree.func, tree.args, tree.keywords[:place] + tree.keywords[place + 1 :])

        return change

    def shorter(tree: ast.AST) -> ast.AST:
        assert isinstance(tree, ast.Call)
        return ast.Call(tree.func, tree.args[:-1], tree.keywords)

    own = isinstance(node.func, ast.Name) and node.func.id.startswith("_")  # has no defaults to fall back on
    ends = [shorter] if len(node.args) > 1 and not own else []
    return [without(i) for i in range(len(node.keywords))] + ends


def _condition(node: ast.If | ast.While | ast.IfExp) -> list[Change]:
    """The condition turned round, where it is not an operator that is changed by itself."""

    def turn(tree: ast.AST) -> ast.AST:
        assert isinstance(tree, ast.If | ast.While | ast.IfExp)
        tree.test = ast.UnaryOp(ast.Not(), tree.test)
        return tree

    return [turn] if _plain(node.test) else []


def _filter(node: ast.comprehension) -> list[Change]:
    """Each condition of a comprehension left out."""

    def without(place: int) -> Change:
        def change(tree: ast.AST) -> ast.AST:
            assert isinstance(tree, ast.comprehension)
            del tree.ifs[place]
            return tree

        return change

    return [without(i) for i in range(len(node.ifs))]


def _plain(test: ast.expr) -> bool:
    is_not = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
    return not is_not and not isinstance(test, ast.BoolOp | ast.Compare)


def _return(node: ast.Return) -> list[Change]:
    def nothing(_: ast.AST) -> ast.AST:
        return ast.Return(None)

    return [nothing] if node.value is not None and _shown(node.value) != "None" else []


def _gone(_: ast.AST) -> list[Change]:
    """The statement left out."""
    return [lambda _: ast.Pass()]


def _leave(_: ast.AST) -> list[Change]:
    """The other of "break" and "continue"."""
    return [lambda tree: ast.Break() if isinstance(tree, ast.Continue) else ast.Continue()]


_OPERATORS: tuple[tuple[type[ast.AST], Callable[..., list[Change]]], ...] = (
    (ast.Compare, _compare),
    (ast.BoolOp, _boolean),
    (ast.BinOp, _binary),
    (ast.UnaryOp, _unary),
    (ast.Constant, _constant),
    (ast.Call, _call),
    (ast.If, _condition),
    (ast.While, _condition),
    (ast.IfExp, _condition),
    (ast.comprehension, _filter),
    (ast.Return, _return),
    (ast.Expr, _gone),
    (ast.Raise, _gone),
    (ast.AugAssign, _gone),
    (ast.Break, _leave),
    (ast.Continue, _leave),
)
