"""Runs a job's code and tests within the sandbox's Python. Whatever is here can be reached by the code, and harms nobody but it."""


def _make_driver():
    import ast
    import asyncio
    import base64
    import builtins
    import inspect
    import io
    import json
    import linecache
    import os
    import sys
    import time
    import traceback
    import types

    work = "/work"
    longest = 20_000
    hidden = ("js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core", "micropip", "ctypes", "_ctypes")

    def start(inputs, stdin, files):
        os.makedirs(work, exist_ok=True)
        os.chdir(work)
        given = {}
        for file in files:
            path = os.path.join(work, file["name"])
            os.makedirs(os.path.dirname(path), exist_ok=True)
            content = base64.b64decode(file["base64"])
            with open(path, "wb") as handle:
                handle.write(content)
            given[file["name"]] = content
        sys.stdin = io.StringIO(stdin)
        sys.argv = ["code.py"]
        if "" not in sys.path:
            sys.path.insert(0, "")
        if "random" in sys.modules:
            sys.modules["random"].seed()
        for name in list(sys.modules):
            if name.split(".")[0] in hidden:
                del sys.modules[name]
        sys.meta_path.insert(0, Refuser())
        asyncio.events._event_loop_policy = Loops()
        asyncio.events._set_running_loop(None)
        asyncio.run = getattr(asyncio.run, "__wrapped__", asyncio.run)
        time.sleep = getattr(time.sleep, "__wrapped__", time.sleep)
        main = types.ModuleType("__main__")
        main.__dict__.update(inputs=Inputs(inputs) if isinstance(inputs, dict) else inputs, __builtins__=builtins)
        sys.modules["__main__"] = main
        return main.__dict__, given

    class Inputs(dict):
        """Inputs by name, with brackets or with a dot."""

        def __getattr__(self, name):
            try:
                return self[name]
            except KeyError:
                raise AttributeError(f"there is no input {name}", name=name) from None

    class Refuser:
        """Says in plain words what there is not."""

        def find_spec(self, name, path=None, target=None):
            if name.split(".")[0] in hidden:
                raise ModuleNotFoundError(f"there is no {name} in the sandbox", name=name)
            return None

    class Loop(asyncio.BaseEventLoop):
        """An event loop that waits for nothing but time: there is nothing else to wait for."""

        def __init__(self):
            super().__init__()
            self._selector = self

        def select(self, timeout=None):
            if timeout is None and not self._scheduled:
                raise RuntimeError("it waits for what never comes")
            time.sleep(timeout or 0)
            return []

        def _process_events(self, events):
            pass

        def _write_to_self(self):
            pass

    class Loops(asyncio.events._AbstractEventLoopPolicy):
        """Gives each thread, of which there is one, such a loop."""

        loop = None

        def get_event_loop(self):
            if self.loop is None or self.loop.is_closed():
                self.loop = Loop()
            return self.loop

        def set_event_loop(self, loop):
            self.loop = loop

        def new_event_loop(self):
            return Loop()

    def perform(tree, name, mode, scope):
        """What compiled code gives; code that awaits at its top is run to its end."""
        compiled = compile(tree, name, mode, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        given = eval(compiled, scope)
        return asyncio.run(given) if compiled.co_flags & inspect.CO_COROUTINE else given

    def execute(code, name, scope):
        """Runs code as a notebook would: what its last line gives is the value."""
        tree = compile(code, name, "exec", flags=ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        linecache.cache[name] = (len(code), None, code.splitlines(True), name)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        perform(tree, name, "exec", scope)
        return None if last is None else perform(ast.Expression(last.value), name, "eval", scope)

    def plain(value, depth=0):
        if depth > 90:
            raise ValueError("too deep")
        if value is None or isinstance(value, (bool, str)):
            return value
        if isinstance(value, int):
            return value if abs(value) < 2**53 else str(value)
        if isinstance(value, float):
            return value if value == value and abs(value) != float("inf") else None
        if isinstance(value, dict):
            return {str(key): plain(item, depth + 1) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [plain(item, depth + 1) for item in value]
        if isinstance(value, (set, frozenset)):
            return [plain(item, depth + 1) for item in sorted(value, key=repr)]
        return repr(value)

    def explain(error, name):
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in ("code.py", "test.py")]
        own = [frame for frame in frames if frame.filename == name]
        line = own[-1].lineno if own else None
        if isinstance(error, SyntaxError):
            line = error.lineno
        message = str(error)
        if isinstance(error, SyntaxError):
            message = error.msg
        trace = "".join(traceback.format_list(frames)).rstrip()
        told = {"name": type(error).__name__[:200], "message": message[:longest]}
        if line is not None:
            told["line"] = line
        if trace:
            told["trace"] = trace[:longest]
        return told

    def attempt(code, name, scope):
        try:
            return {"ended": "finished", "value": execute(code, name, scope)}
        except KeyboardInterrupt as error:
            return {"ended": "timed-out", "error": explain(error, name)}
        except MemoryError:
            return {"ended": "out-of-memory"}
        except SystemExit as error:
            if error.code in (None, 0):
                return {"ended": "finished", "value": None, "left": True}
            return {"ended": "failed", "error": {"name": "SystemExit", "message": str(error.code)[:longest]}}
        except BaseException as error:
            return {"ended": "failed", "error": explain(error, name)}

    def detail(code, outcome, scope):
        """What a failed assertion compared, as the paper's feedback has it: the line, and what the left side gave."""
        error = outcome["error"]
        if error["name"] != "AssertionError" or error["message"] or "line" not in error:
            return f"{error['name']}: {error['message']}"
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.Assert) and node.lineno <= error["line"] <= node.end_lineno:
                line = " ".join((ast.get_source_segment(code, node) or "assert").split())
                compared = node.test
                if isinstance(compared, ast.Compare) and len(compared.ops) == 1:
                    try:
                        given = eval(compile(ast.Expression(compared.left), "test.py", "eval"), scope)
                        return f"{line}  # gave {given!r}"[:longest]
                    except BaseException:
                        return line[:longest]
                return line[:longest]
        return "AssertionError"

    def test(code, scope):
        try:
            return judge(code, attempt(code, "test.py", scope), scope)
        except KeyboardInterrupt:
            return {"outcome": "timed-out"}

    def judge(code, outcome, scope):
        if outcome["ended"] == "timed-out":
            return {"outcome": "timed-out"}
        if outcome["ended"] == "out-of-memory":
            return {"outcome": "failed", "message": "MemoryError"}
        if outcome["ended"] == "failed":
            return {"outcome": "failed", "message": detail(code, outcome, scope)}
        if outcome.get("left"):
            return {"outcome": "failed", "message": "SystemExit"}
        if outcome["value"] is False:
            return {"outcome": "failed", "message": "False"}
        return {"outcome": "passed"}

    def written(given, most_files, most_bytes):
        files, left_out, total = [], [], 0
        for folder, _folders, names in os.walk(work):
            for name in names:
                path = os.path.join(folder, name)
                short = os.path.relpath(path, work)
                try:
                    size = os.path.getsize(path)
                    if len(files) >= most_files or total + size > most_bytes:
                        left_out.append(short)
                        continue
                    with open(path, "rb") as handle:
                        content = handle.read()
                except OSError:
                    continue
                if given.get(short) == content:
                    continue
                total += size
                files.append({"name": short, "base64": base64.b64encode(content).decode()})
        return files, left_out[:1000]

    class Job:
        def __init__(self, text):
            self.job = json.loads(text)
            self.scope, self.given = start(json.loads(self.job["inputs"]), self.job["stdin"], self.job["files"])

        def run(self):
            outcome = attempt(self.job["code"], "code.py", self.scope)
            self.outcome = outcome
            return json.dumps({"ended": outcome["ended"]})

        def test(self, index):
            return json.dumps(test(self.job["tests"][index]["code"], self.scope))

        def end(self):
            for stream in (sys.stdout, sys.stderr):
                try:
                    stream.flush()
                except BaseException:
                    pass
            limits = self.job["limits"]
            files, left_out = written(self.given, limits["files"], limits["fileBytes"])
            told = {"ended": self.outcome["ended"], "files": files, "filesLeftOut": left_out, "isValueLeftOut": False}
            if "error" in self.outcome:
                told["error"] = self.outcome["error"]
            value = self.outcome.get("value")
            if value is not None and not self.job.get("tests"):
                try:
                    text = json.dumps(plain(value))
                    told["value"] = text if len(text) <= limits["value"] else None
                except (ValueError, RecursionError):
                    told["value"] = None
                if told["value"] is None:
                    del told["value"]
                    told["isValueLeftOut"] = True
            return json.dumps(told)

    holder = types.ModuleType("_sandbox")

    def begin(text):
        holder.job = Job(text)

    holder.begin = begin
    holder.run = lambda: holder.job.run()
    holder.test = lambda index: holder.job.test(index)
    holder.end = lambda: holder.job.end()
    sys.modules["_sandbox"] = holder
    # Done once before any code is there, so that nobody's first error waits for what tells of errors.
    for code in ("1 / 0", "def", "assert 1 == 2", "[1]"):
        judge(code, attempt(code, "test.py", {}), {})


_make_driver()
del _make_driver

# What code most often imports, so that a snapshot holds it ready.
import collections, contextlib, copy, dataclasses, datetime, decimal, enum, fractions, functools, heapq, itertools, math  # noqa
import operator, random, re, statistics, string, textwrap, time, typing, unittest  # noqa
