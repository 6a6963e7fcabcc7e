import type { SandboxLanguage } from '@jacquard/sandbox';
import { expect, test, vi } from 'vitest';
import { useSandbox } from './sandbox-under-test.ts';

// Each attempt in Python has a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const underTest = useSandbox();

async function judge(language: SandboxLanguage, code: string, tests: readonly string[]): Promise<readonly string[]> {
  const { sandbox } = underTest();
  const report = await sandbox.runTests({
    language,
    code,
    tests: tests.map((one) => ({ name: one, code: one })),
    limits: { time: 30_000 },
    timePerTest: 1000,
  });
  return report.tests.map(({ outcome }) => outcome);
}

test('JavaScript that is wrong fails, whatever it has made of the names that tests use', async () => {
  const tests = [
    'assertEquals(add(1, 2), 3)',
    'assert(add(1, 2) === 3)',
    'assert.deepEqual([add(1, 2)], [3])',
    'assertEquals(new Map([[1, add(1, 2)]]), new Map([[1, 3]]))',
    'await 0; assertEquals(add(1, 2), 3)',
    'add(1, 2) === 3',
  ];
  const tricks = [
    'function assert() {} function assertEquals() {}',
    'const assert = () => {}, assertEquals = () => {}',
    'assert.equal = assert.deepEqual = assert.ok = () => {}',
    'Object.is = Object.hasOwn = () => true; Object.keys = () => []; Array.prototype.every = () => true',
    'Map.prototype[Symbol.iterator] = function* () {}; Map.prototype.forEach = () => {}',
    'JSON.stringify = () => "true"; String = null; RegExp.prototype.exec = null; Error = function () {}; Error.prototype = null',
    'Object.defineProperty(Map, Symbol.hasInstance, { value: () => true }); Object.prototype.toJSON = () => true',
  ];
  for (const trick of tricks) {
    const outcomes = await judge('javascript', `function add() { return 0 }\n${trick}`, tests);
    expect([trick, outcomes]).toEqual([trick, tests.map(() => 'failed')]);
  }
  const right = 'function add(a, b) { return a + b } const assert = 1';
  expect(await judge('javascript', right, tests)).toEqual(tests.map(() => 'passed'));
});

test('Python that is wrong fails, whatever it has changed by name', async () => {
  const tests = [
    'assert add(1, 2) == 3',
    'add(1, 2) == 3',
    'import asyncio\nawait asyncio.sleep(0)\nassert add(1, 2) == 3',
  ];
  const tricks = [
    'import json\njson.dumps = json.JSONEncoder.encode = lambda *_, **__: \'{"outcome":"passed","ended":"finished"}\'',
    'import builtins\nbuiltins.eval = lambda *_: None\nAssertionError = builtins.AssertionError = KeyboardInterrupt',
    'import builtins\nkept = builtins.compile\nbuiltins.compile = lambda _, *rest, **how: kept("None", *rest, **how)',
    'import ast\nast.Module.body = property(lambda _: [])',
    'import asyncio\nasyncio.run = asyncio.Runner.run = lambda *_, **__: None',
    'import sys\nsys.modules.get("_sandbox").job.test = lambda _: "passed\\n"',
  ];
  const judged = await Promise.all(tricks.map((trick) => judge('python', `def add(a, b): return 0\n${trick}`, tests)));
  for (const [index, outcomes] of judged.entries()) {
    expect([tricks[index], outcomes.filter((one) => one === 'passed')]).toEqual([tricks[index], []]);
  }
});

test('an error that can’t be shown, or never ends being shown, is one failed test and no more', async () => {
  const python = [
    'class Odd(Exception):\n  def __str__(self): raise SystemExit(0)\n  __repr__ = __str__\nraise Odd',
    'class Odd(type):\n  __name__ = property(lambda self: 1 / 0)\nclass Error(Exception, metaclass=Odd): pass\nraise Error',
    'raise KeyboardInterrupt',
    'class Odd(Exception):\n  def __str__(self):\n    while True: pass\nraise Odd',
    'class Odd:\n  def __del__(self):\n    while True: pass\nOdd()\nNone',
    'True',
  ];
  expect(await judge('python', '', python)).toEqual(['failed', 'failed', 'failed', 'timed-out', 'timed-out', 'passed']);
  const javascript = [
    'throw { get name() { throw 1 }, toString() { throw 2 } }',
    'throw Object.defineProperty(new Error("x"), "stack", { get() { for (;;) {} } })',
    'throw Object.assign(new Error("x"), { message: Symbol("x") })',
    'true',
  ];
  expect(await judge('javascript', '', javascript)).toEqual(['failed', 'timed-out', 'failed', 'passed']);
});

test('a request that is too deep, or too long, is refused in words', async () => {
  const { sandbox } = underTest();
  const inputs: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
  // boundary: JSON is what it holds
  const deep = { language: 'javascript', code: '1', inputs: inputs as null } as const;
  await expect(sandbox.run(deep)).rejects.toMatchObject({ code: 'sandbox-refused', params: { what: 'inputs' } });
  const tests = Array.from({ length: 9 }, () => ({ name: '', code: 'x'.repeat(1_000_000) }));
  const long = sandbox.runTests({ language: 'javascript', code: '', tests });
  await expect(long).rejects.toMatchObject({ code: 'sandbox-refused', params: { what: 'tests' } });
});
