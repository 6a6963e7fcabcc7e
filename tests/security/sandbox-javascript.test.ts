import { expect, test, vi } from 'vitest';
import { mark, useSandbox } from './sandbox-under-test.ts';

// Each payload runs in an interpreter of its own, and some until they are ended.
vi.setConfig({ testTimeout: 120_000 });

const underTest = useSandbox();

/** What other products' sandboxes were left by (classes of attacks 3, 4, 6, 9): each must end in an error of its own, or reach nothing. */
const escapes: readonly string[] = [
  `process.mainModule.require('child_process').execSync('touch ${mark}')`,
  `this.constructor.constructor('return process')().exit()`,
  `(() => {}).constructor('return process')().mainModule`,
  `globalThis['con' + 'structor']['con' + 'structor']('return process')()`,
  `[...[1]].constructor.constructor('return require')()('fs').writeFileSync('${mark}', 'x')`,
  `Reflect.construct(Function, ['return process'])()()`,
  `(async function () {}).constructor('return process.binding')()`,
  `(function* () {}).constructor('return process.env')().next()`,
  `try { null.f() } catch (error) { error.constructor.constructor('return process')().kill }`,
  `Error.prepareStackTrace = (_, frames) => frames.map((frame) => frame.getThis()); new Error().stack[0].process.exit()`,
  `console.log.constructor('return process')().exit()`,
  `readFile.constructor('return process')().exit()`,
  `readFile({ toString: () => { throw this.constructor.constructor('return process')() } })`,
  `require('fs')`,
  `const { writeFileSync } = await import('node:fs'); writeFileSync('${mark}', 'x')`,
  `await import('data:text/javascript,globalThis.pwned=1')`,
  `import fs from 'fs'`,
  `new Worker('x')`,
  `new WebAssembly.Memory({ initial: 1 })`,
  `Deno.readTextFileSync('/etc/passwd')`,
  `std.open('/etc/passwd', 'r')`,
  `os.exec(['touch', '${mark}'])`,
  `new Proxy({}, { get: (_t, _n, receiver) => receiver.constructor.constructor('return process')() }).x.exit()`,
];

test('3, 4, 6, 9: no way out of JavaScript', async () => {
  const { run, expectUnharmed } = underTest();
  const reports = await Promise.all(escapes.map((code) => run('javascript', code)));
  expect(reports.map(({ ended }, index) => [escapes[index], ended])).toEqual(escapes.map((code) => [code, 'failed']));
  expectUnharmed();
});

test('there is no network, no environment and no file of the machine', async () => {
  const { run, address, expectUnharmed } = underTest();
  const codes = [
    `await fetch('${address}')`,
    `new WebSocket('${address}')`,
    `new XMLHttpRequest()`,
    `readFile('/etc/passwd')`,
    `readFile('../../../etc/passwd')`,
    `readBytes('/proc/self/environ')`,
    `process.env`,
    `writeFile('../outside', 'x')`,
    `writeFile('a/../../outside', 'x')`,
    `writeFile('a:b', 'x')`,
  ];
  const reports = await Promise.all(codes.map((code) => run('javascript', code)));
  expect(reports.map(({ ended }) => ended)).toEqual(codes.map(() => 'failed'));
  const { files, ended } = await run('javascript', `writeFile('${mark}', 'x'); listFiles()`);
  expect([ended, files.map(({ name }) => name)]).toEqual(['finished', [mark.slice(1)]]); // below the folder of the run, in memory
  expectUnharmed();
});

test('32: what never ends, or fills everything, ends within its limits and is told', async () => {
  const { run, sandbox } = underTest();
  const endless = [
    'for (;;) {}',
    'while (true) { try { for (;;) {} } catch {} }',
    'async function again() { for (;;) await 0 } await again()',
  ];
  endless.push('setInterval(() => {}, 1)', '/(a+)+$/.test("a".repeat(50) + "!")', '({ toJSON() { for (;;) {} } })');
  for (const code of endless) expect([code, (await run('javascript', code, 300)).ended]).toEqual([code, 'timed-out']);
  const memory = await run('javascript', 'const all = []; for (;;) all.push(new Uint8Array(10_000_000).fill(1))');
  expect(memory.ended).toBe('out-of-memory');
  expect((await run('javascript', 'const f = () => f(); f()')).error?.message).toBe('stack overflow');
  const printed = await run(
    'javascript',
    `const line = 'x'.repeat(1_000_000); for (let i = 0; i < 1000; i++) console.log(line); 'end'`,
  );
  expect([printed.value, printed.isOutputCut, printed.stdout.length]).toEqual(['end', true, 256 * 1024]);
  const files = await run('javascript', `for (let i = 0; ; i++) writeFile('f' + i, 'x')`);
  expect([files.ended, files.files.length]).toEqual(['failed', 64]);
  const bytes = await run('javascript', `writeFile('f', new Uint8Array(20_000_000))`);
  expect([bytes.ended, bytes.files]).toEqual(['failed', []]);
  expect((await run('javascript', `'x'.repeat(2_000_000)`)).isValueLeftOut).toBe(true);
  expect((await sandbox.run({ language: 'javascript', code: '1 + 1' })).value).toBe(2);
});

test('11: a value cannot change a prototype here, and is not taken for an object of ours', async () => {
  const { run, expectUnharmed } = underTest();
  const { value } = await run(
    'javascript',
    `JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"list":[{"__proto__":{"polluted":1}}]}')`,
  );
  expect(JSON.stringify(value)).toBe('{"constructor":{"prototype":{"polluted":1}},"list":[{}]}');
  await run('javascript', `Object.prototype.polluted = 1; Object.prototype.toJSON = () => 'x'; ({})`);
  expect((await run('javascript', `typeof Object.prototype.polluted + JSON.stringify({})`)).value).toBe('undefined{}');
  expect(
    (await run('javascript', 'let deep = []; for (let i = 0; i < 500; i++) deep = [deep]; deep')).isValueLeftOut,
  ).toBe(true);
  expectUnharmed();
});

test('what one run leaves, the next does not find', async () => {
  const { run } = underTest();
  await run(
    'javascript',
    `globalThis.left = 1; var also = 2; writeFile('left.txt', 'x'); Array.prototype.map = () => 'mine'`,
  );
  const { value } = await run('javascript', `[typeof left, typeof also, listFiles(), [1].map((x) => x)]`);
  expect(value).toEqual(['undefined', 'undefined', [], [1]]);
});
