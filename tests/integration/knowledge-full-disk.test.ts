import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freePort } from '../fixtures/free-port.ts';
import { upload } from '../fixtures/knowledge-requests.ts';
import { askServer, temporaryFolder } from '../security/server-under-test.ts';

const main = join(import.meta.dirname, '../../apps/cli/src/main.ts');
const patience = { timeout: 120_000 };

/** A small disk of its own needs a mount namespace, which not every machine lends. */
const apart = 'unshare';
const canMount = spawnSync(apart, ['-rm', 'true']).status === 0;

/** Runs a shell script in which the home is a disk of `size`, and `$JACQUARD` the command line. */
function onSmallDisk(size: string, script: string, folder: string) {
  const home = temporaryFolder();
  const JACQUARD = `${process.execPath} --disable-warning=ExperimentalWarning ${main}`;
  const mount = `mount -t tmpfs -o size=${size} none "$JACQUARD_HOME"`;
  const env = { ...process.env, JACQUARD, JACQUARD_HOME: home, JACQUARD_NETWORK: 'none', LANG: 'en_GB.UTF-8' };
  return spawn(apart, ['-rm', 'sh', '-c', `${mount}\n${script}`], { env, cwd: folder });
}

test.skipIf(!canMount)(
  'a disk that fills up while a base is built leaves it usable, and it goes on',
  patience,
  async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'documents'));
    const sentence = (index: number): string =>
      `Le lecteur numéro ${index} peut emprunter ${index} livres et ${index} films.\n`;
    for (let file = 0; file < 60; file += 1) {
      const lines = Array.from({ length: 300 }, (_, line) => sentence(file * 1_000 + line));
      writeFileSync(join(folder, `documents/${file}.txt`), lines.join('\n'));
    }
    writeFileSync(join(folder, 'rules.knowledge.json'), '{"jacquard-knowledge": 1, "sources": ["documents/*"]}');
    const build = '$JACQUARD knowledge build rules.knowledge.json; echo "ended with $?"';
    const child = onSmallDisk('2m', `${build}\nmount -o remount,size=200m "$JACQUARD_HOME"\n${build}`, folder);
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [full, built, ended] = out.trim().split('\n');
    expect([full, ended]).toEqual(['ended with 1', 'ended with 0']);
    expect(error).toContain('no room left on the disk');
    expect(JSON.parse(built ?? '')).toMatchObject({ documents: 60, failed: 0 });
  },
);

test.skipIf(!canMount)('an upload that finds no room leaves nothing, and what was there', patience, async () => {
  const port = await freePort();
  const child = onSmallDisk('3m', `PORT=${port} exec $JACQUARD start --no-open`, temporaryFolder());
  onTestFinished(async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  const ask = askServer(port);
  await vi.waitFor(async () => expect((await ask('/healthz')).status).toBe(200), { timeout: 30_000, interval: 50 });
  const base = '/api/v1/knowledge-bases/rules';
  await ask('/api/v1/knowledge-bases', { method: 'POST', body: { name: 'Rules' } });
  await upload(ask, `${base}/files?path=a.txt`, 'a.txt', 'Le chat dort.');
  const refused = await upload(ask, `${base}/files?path=a.txt`, 'a.txt', Buffer.alloc(8 * 1024 ** 2));
  expect([refused.status, refused.json['code']]).toEqual([507, 'store-full']);
  const file = await ask(`${base}/file?path=rules%2Fa.txt`);
  expect([file.status, file.text]).toEqual([200, 'Le chat dort.']);
  expect((await upload(ask, `${base}/files?path=b.txt`, 'b.txt', 'Le chien aussi.')).status).toBe(201);
});
