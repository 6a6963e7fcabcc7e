"""Runs a job's code and tests within the sandbox's Python.

Code can reach all that is here, and harms nobody but itself. What it changes by name (builtins, json, ast, asyncio) doesn't change
what is said of its tests: the driver holds its own builtins and functions, has compiled the tests before the code runs, and tells
verdicts in plain text. Code that goes looking for the driver through frames or the garbage collector can still lie.
"""


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
    settrace, setprofile = sys.settrace, sys.setprofile
    parse_only = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    is_coroutine = inspect.CO_COROUTINE
    name_of = type.__dict__["__name__"].__get__
    run_loop = None
    hidden = ("js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core", "micropip", "ctypes", "_ctypes")

    def start(inputs, stdin, files):
        nonlocal run_loop
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
        asyncio.run = run_loop = getattr(asyncio.run, "__wrapped__", asyncio.run)
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

    def prepare(code, name):
        """Compiled as a notebook would: all but the last line, and the last line, if it gives something."""
        tree = compile(code, name, "exec", flags=parse_only)
        linecache.cache[name] = (len(code), None, code.splitlines(True), name)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        whole = compile(tree, name, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        if last is None:
            return whole, None
        return whole, compile(ast.Expression(last.value), name, "eval", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)

    def perform(compiled, scope):
        """What compiled code gives; code that awaits at its top is run to its end."""
        given = eval(compiled, scope)
        if not compiled.co_flags & is_coroutine:
            return given
        results = []

        async def to_its_end():
            results.append(await given)

        run_loop(to_its_end())
        if not results:
            raise RuntimeError("it was not run to its end")
        return results[0]

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
        """What an error says of itself; the code may have made it one that says nothing."""
        try:
            return describe(error, name)
        except KeyboardInterrupt:
            raise
        except BaseException:
            return {"name": name_of(type(error))[:200], "message": "it could not be read"}

    def describe(error, name):
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in ("code.py", "test.py")]
        own = [frame for frame in frames if frame.filename == name]
        is_syntax = isinstance(error, SyntaxError)
        line = error.lineno if is_syntax else own[-1].lineno if own else None
        trace = "".join(traceback.format_list(frames)).rstrip()
        told = {"name": type(error).__name__[:200], "message": (error.msg if is_syntax else str(error))[:longest]}
        if line is not None:
            told["line"] = line
        if trace:
            told["trace"] = trace[:longest]
        return told

    def attempt(compile_code, name, scope):
        """Runs code, which is compiled within, so that what is wrong with it is told as what it raises."""
        try:
            whole, last = compile_code()
            perform(whole, scope)
            return {"ended": "finished", "value": None if last is None else perform(last, scope)}
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

    def prepare_test(code):
        """A test, compiled; one that doesn't compile says so when it is its turn."""
        try:
            prepared = prepare(code, "test.py")
            return lambda: prepared
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            raised = error

            def fail():
                raise raised

            return fail

    def test(code, compiled, scope):
        settrace(None)
        setprofile(None)
        linecache.cache["test.py"] = (len(code), None, code.splitlines(True), "test.py")
        try:
            return judge(code, attempt(compiled, "test.py", scope), scope)
        except KeyboardInterrupt:
            return ("timed-out", "")

    def judge(code, outcome, scope):
        """The verdict, and what was found."""
        if outcome["ended"] == "timed-out":
            return ("timed-out", "KeyboardInterrupt")
        if outcome["ended"] == "out-of-memory":
            return ("failed", "MemoryError")
        if outcome["ended"] == "failed":
            return ("failed", detail(code, outcome, scope))
        if outcome.get("left"):
            return ("failed", "SystemExit")
        if outcome["value"] is False:
            return ("failed", "False")
        return ("passed", "")

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
                    if given.get(short) == content:
                        continue
                    files.append({"name": short, "base64": base64.b64encode(content).decode()})
                    total += size
                except MemoryError:
                    left_out.append(short)
                except OSError:
                    continue
        return files, left_out[:1000]

    class Job:
        def __init__(self, text):
            self.job = json.loads(text)
            self.scope, self.given = start(json.loads(self.job["inputs"]), self.job["stdin"], self.job["files"])
            self.tests = []

        def run(self):
            code = self.job["code"]
            try:
                self.tests = [(test["code"], prepare_test(test["code"])) for test in self.job["tests"] or []]
                self.outcome = attempt(lambda: prepare(code, "code.py"), "code.py", self.scope)
            except KeyboardInterrupt:
                self.outcome = {"ended": "timed-out"}
            return self.outcome["ended"]

        def test(self, index):
            return "\n".join(test(*self.tests[index], self.scope))

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

    def begin(text):
        sys.modules.pop("_sandbox", None)
        holder.job = Job(text)

    holder = types.ModuleType("_sandbox")
    holder.begin = begin
    holder.run = lambda: holder.job.run()
    holder.test = lambda index: holder.job.test(index)
    holder.end = lambda: holder.job.end()
    sys.modules["_sandbox"] = holder
    # Done once before any code is there, so that nobody's first error waits for what tells of errors.
    for code in ("1 / 0", "def", "assert 1 == 2", "[1]"):
        test(code, prepare_test(code), {})


# With builtins of its own: those that code finds are changed at will.
type(_make_driver)(_make_driver.__code__, {"__builtins__": dict(vars(__import__("builtins")))})()
del _make_driver

# What code most often imports, so that a snapshot holds it ready.
import collections, contextlib, copy, dataclasses, datetime, decimal, enum, fractions, functools, heapq, itertools, math  # noqa
import operator, random, re, statistics, string, textwrap, time, typing, unittest  # noqa
