import { expect, test, vi } from 'vitest';
import { mark, useSandbox } from './sandbox-under-test.ts';

// Each run has a process of its own, and some go on until they are ended.
vi.setConfig({ testTimeout: 240_000 });

const underTest = useSandbox();

/** Undoes what keeps code from Pyodide's own modules: from here on it holds what they hold. */
const undo = 'import sys\nsys.meta_path.pop(0)\n';

test('3, 4: the doors to JavaScript are shut, in plain words', async () => {
  const { attempt, expectUnharmed } = underTest();
  const codes = [
    'import js',
    'import pyodide_js',
    'from pyodide.code import run_js',
    'import micropip',
    'import ctypes',
  ];
  const results = await attempt('python', '', codes);
  expect(results.map(({ message }) => message)).toEqual(
    codes.map(() => expect.stringMatching(/^ModuleNotFoundError: there is no \w+ in the sandbox$/)),
  );
  expectUnharmed();
});

test('3, 4, 6, 9: code that opens them again finds a realm with nothing in it, where no text becomes code', async () => {
  const { attempt, run, expectUnharmed } = underTest();
  const codes = [
    'from pyodide.code import run_js\nrun_js("globalThis.pwned = 1")',
    'import pyodide_js\npyodide_js.runPython.constructor("return process")()',
    'import pyodide_js\npyodide_js._api.finalizeBootstrap.constructor.new("return this.process")()',
    'import pyodide_js\nm = pyodide_js._module\nm._emscripten_run_script(m.stringToNewUTF8("globalThis.pwned = 1"))',
    'import pyodide_js\nfs = pyodide_js.FS\nfs.mkdir("/h")\nfs.mount(fs.filesystems.NODEFS, {"root": "/"}, "/h")\nfs.readdir("/h")',
    'import pyodide_js\nawait pyodide_js._api.loadDynlib("/etc/passwd")',
    'import js\njs.process.exit()',
    'import js\njs.fetch("https://example.com")',
    `import js\njs.require("fs").writeFileSync("${mark}", "x")`,
    'from pyodide.http import pyfetch\nawait pyfetch("http://127.0.0.1:1/")',
  ];
  const results = await attempt('python', undo, codes);
  expect(results.map(({ outcome }, index) => [codes[index], outcome])).toEqual(codes.map((code) => [code, 'failed']));
  expect(results.slice(1, 4).map(({ message }) => message)).toEqual(
    Array.from({ length: 3 }, () => expect.stringContaining('Code generation from strings disallowed')),
  );
  const byPointer = 'import ctypes\nctypes.CDLL(None).emscripten_run_script(b"globalThis.pwned = 1")';
  expect(['failed', 'crashed']).toContain((await run('python', undo + byPointer)).ended);
  expectUnharmed();
});

test('there is no network, no program, no environment and no file of the machine', async () => {
  const { attempt, run, port, expectUnharmed } = underTest();
  const codes = [
    `import socket\nsocket.create_connection(("127.0.0.1", ${port}))`,
    `import urllib.request\nurllib.request.urlopen("http://127.0.0.1:${port}/")`,
    'import os\nos.fork()',
    `import subprocess\nsubprocess.run(["touch", "${mark}"])`,
    'import threading\nthreading.Thread(target=print).start()',
    'import multiprocessing\nmultiprocessing.Process(target=print).start()',
    'open("/etc/passwd").read()',
    'open("/proc/self/environ").read()',
    'import os\nos.environ["JACQUARD_HOME"]',
  ];
  const results = await attempt('python', '', codes);
  expect(results.map(({ outcome }, index) => [codes[index], outcome])).toEqual(codes.map((code) => [code, 'failed']));
  const { ended } = await run('python', `import os\nos.system("touch ${mark}")\nopen("${mark}", "w").write("x")`);
  expect(ended).toBe('finished'); // in memory
  expectUnharmed();
});

test('32: what never ends, or fills everything, ends within its limits and is told', async () => {
  const { run } = underTest();
  const endless = [
    'while True: pass',
    'while True:\n  try:\n    while True: pass\n  except BaseException: pass',
    'import time\ntime.sleep(1000)',
  ];
  endless.push(
    'import re\nre.match("(a+)+$", "a" * 50 + "!")',
    `${undo}import pyodide_js\npyodide_js._module.Py_EmscriptenSignalBuffer = None\nwhile True: pass`,
  );
  const late = await Promise.all(endless.map((code) => run('python', code, 500)));
  expect(late.map(({ ended }) => ended)).toEqual(endless.map(() => 'timed-out'));
  const full = await Promise.all(
    [
      'x = [0]\nwhile True: x += x',
      'b"x" * 2_000_000_000',
      `${undo}import pyodide_js\nlist = pyodide_js._module.HEAP8.constructor\n[list.new(400_000_000).fill(1) for _ in range(20)]`,
    ].map((code) => run('python', code, 60_000)),
  );
  expect(full.map(({ ended }) => ended)).toEqual(['out-of-memory', 'out-of-memory', 'out-of-memory']);
  const printed = await run('python', 'for _ in range(1000): print("x" * 1_000_000)\n"end"', 60_000);
  expect([printed.value, printed.isOutputCut, printed.stdout.length]).toEqual(['end', true, 256 * 1024]);
  const file = await run('python', 'with open("f", "wb") as f:\n  while True: f.write(b"x" * 1_000_000)');
  expect([file.ended, file.error?.name]).toEqual(['failed', 'OSError']);
  const deep = await run('python', 'import sys\nsys.setrecursionlimit(10 ** 9)\ndef f(): return f()\nf()');
  expect(['crashed', 'failed']).toContain(deep.ended);
});

test('11: a value cannot change a prototype here; no message to the parent can be forged by printing', async () => {
  const { run, expectUnharmed } = underTest();
  const forged = JSON.stringify({ type: 'end', ended: 'finished', value: '"forged"' });
  const { value, stdout } = await run(
    'python',
    `import os\nprint(${JSON.stringify(forged)}, flush=True)\nos.write(1, b"\\n{}\\n")\nos.write(2, b"\\n{}\\n")\n{"__proto__": {"polluted": 1}, "list": [{"__proto__": 1}]}`,
  );
  expect(JSON.stringify(value)).toBe('{"list":[{}]}');
  expect(stdout).toContain(forged);
  expectUnharmed();
});

test('a test that ends the interpreter has not passed', async () => {
  const { sandbox } = underTest();
  const tests = ['import sys\nsys.exit(0)', 'assert add(1, 2) == 3', 'import os\nos._exit(0)'].map((code) => ({
    name: code,
    code,
  }));
  const report = await sandbox.runTests({ language: 'python', code: 'def add(a, b): return a + b', tests });
  expect(report.tests.map(({ outcome }) => outcome)).toEqual(['failed', 'passed', 'failed']);
});

test('what one run leaves, the next does not find', async () => {
  const { run } = underTest();
  await run('python', 'import builtins, json\nbuiltins.left = 1\njson.dumps = None\nopen("left.txt", "w").write("x")');
  const { value } = await run('python', 'import os, builtins\n[hasattr(builtins, "left"), os.listdir(".")]');
  expect(value).toEqual([false, []]);
});
