import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { processOptions } from '../process/process-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'jacquard-disarmed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What code that is out of its interpreter, in Node itself, would try next. Each must throw, or find nothing. */
const attempts: Readonly<Record<string, string>> = {
  process: `if (globalThis.process || globalThis.require || globalThis.fetch || globalThis.WebSocket) return; throw 0`,
  eval: `return eval('1 + 1')`,
  function: `return new Function('return 1')()`,
  constructor: `return (async () => {}).constructor('return 1')()`,
  'read a file': `return (await import('node:fs')).readFileSync('/etc/passwd', 'utf8')`,
  'write a file': `return (await import('node:fs')).writeFileSync('MARK', 'x')`,
  'list a folder': `return (await import('node:fs')).readdirSync('/')`,
  'start a program': `return (await import('node:child_process')).execSync('id')`,
  'open a socket': `return (await import('node:net')).connect(80, '127.0.0.1')`,
  'open a socket of its own': `return new (await import('node:net')).Socket().connect(80, '127.0.0.1')`,
  'open a socket by TLS': `return (await import('node:tls')).connect(443, '127.0.0.1')`,
  'ask by HTTP': `return await new Promise((done, fail) => import('node:http').then((http) => http.get('http://127.0.0.1', done).on('error', fail)).catch(fail))`,
  'send a datagram': `return (await import('node:dgram')).createSocket('udp4')`,
  'ask for a name': `return await (await import('node:dns/promises')).lookup('localhost')`,
  'ask for a name in another way': `return new (await import('node:dns')).Resolver()`,
  listen: `return (await import('node:net')).createServer().listen(0)`,
  'look into itself': `return (await import('node:inspector')).open(0)`,
  'load a native module': `return (await import('node:process')).default.dlopen({ exports: {} }, 'x.node')`,
  'get at a binding': `return (await import('node:process')).default.binding('tcp_wrap')`,
  'get a built-in module': `return (await import('node:process')).default.getBuiltinModule('fs')`,
  'end another process': `return (await import('node:process')).default.kill(1, 0)`,
  'import from a file': `return await import(['file', '///etc/passwd'].join(':'))`,
  'use WASI': `return new (await import('node:wasi')).WASI({ version: 'preview1', preopens: { '/': '/' } })`,
};

const program = `
import { disarm } from ${JSON.stringify(new URL('./disarm.ts', import.meta.url).href)};
const { stdout } = process;
disarm();
const attempts = {
${Object.entries(attempts)
  .map(([name, code]) => `${JSON.stringify(name)}: async () => { ${code.replace('MARK', join(folder, 'mark'))} },`)
  .join('\n')}
};
const held = [];
for (const [name, attempt] of Object.entries(attempts)) {
  const got = await attempt().then(() => true, () => false);
  if (!got) held.push(name);
}
stdout.write(JSON.stringify(held));
`;

test('code that has left its interpreter finds a process that can reach nothing', async () => {
  const script = join(folder, 'out.mjs');
  writeFileSync(script, program);
  const options = processOptions('javascript', [join(folder, '*')]);
  const { stdout } = await promisify(execFile)(process.execPath, [...options, script], { env: {}, timeout: 60_000 });
  expect(JSON.parse(stdout)).toEqual(Object.keys(attempts));
}, 90_000);
