"""Reads projects without running them: syntax, names, and what each file takes of the others.

Folders come as lines on the standard input; what is wrong goes to the standard output, a line each.
"""
import ast
import builtins
import sys
from functools import lru_cache
from pathlib import Path


def bound(tree):
    """Every name that is given a value anywhere in a file."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for name in node.names:
                yield (name.asname or name.name).split(".")[0]


class File:
    """What is in a text; many projects share it."""

    def __init__(self, text):
        self.tree = ast.parse(text)
        nodes = list(ast.walk(self.tree))
        self.bound = set(bound(self.tree))
        self.loaded = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
        self.imports = [node for node in nodes if isinstance(node, (ast.Import, ast.ImportFrom))]
        self.calls = {node.func.attr for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}
        self.classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
        self.tops = {node.name for node in self.tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
        self.idle = [
            (node.name, argument.arg)
            for node in nodes
            if isinstance(node, ast.FunctionDef)
            for argument in node.args.args
            if argument.arg not in {name.id for name in ast.walk(node) if isinstance(name, ast.Name)} | {"self"}
        ]


read = lru_cache(None)(File)


def faults(folder):
    files = {}
    for path in sorted(Path(folder).glob("*.py")):
        try:
            files[path.stem] = read(path.read_text(encoding="utf-8"))
        except SyntaxError as error:
            yield f"{path}: {error}"
    taken = {(node.module, one.name) for file in files.values() for node in file.imports if isinstance(node, ast.ImportFrom) for one in node.names}
    calls = set().union(*(file.calls for file in files.values()))
    for name, file in files.items():
        where = f"{folder}/{name}.py"
        for unknown in sorted(file.loaded - file.bound - set(dir(builtins))):
            yield f"{where} knows no {unknown}"
        for node in file.imports:
            for one in node.names:
                if (one.asname or one.name).split(".")[0] not in file.loaded:
                    yield f"{where} has no use for {one.name}"
                if isinstance(node, ast.ImportFrom) and node.module in files and one.name not in files[node.module].bound:
                    yield f"{where} takes {one.name} from {node.module}.py, which has none"
        for top in sorted(file.tops - file.loaded):
            if (name, top) not in taken:
                yield f"{where} has {top}, which nobody takes"
        for node in file.classes:
            for method in node.body:
                if isinstance(method, ast.FunctionDef) and method.name not in calls | {"__init__", "forward", "step"}:
                    yield f"{where} has {node.name}.{method.name}, which nobody calls"
        for function, argument in file.idle:
            yield f"{where}: {function} has no use for {argument}"


for line in sys.stdin:
    for fault in faults(line.strip()):
        print(fault)
