import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { serialiseFlow } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { askFlow } from '../fixtures/ask-flow.ts';
import { upload } from '../fixtures/knowledge-requests.ts';
import { startUnderTest } from './server-under-test.ts';

const mebibyte = 1024 ** 2;
const bases = 20;

async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), name, { compressionLevel: 9 });
  zip.end();
  return buffer(zip.outputStream);
}

/** A mebibyte that packs a hundredfold, and not so well as to be refused for that. */
function paddedText(): string {
  return Array.from({ length: 16_384 }, (_, line) => `${line % 97} and so on `.padEnd(64)).join('');
}

/** Names a base and calls one more flow each, so that all of them are to be kept. */
function manyBases(): Record<string, string> {
  const nodes = Object.fromEntries(
    Array.from({ length: bases }, (_, at) => [
      `library-${at}`,
      { type: 'retrieval.knowledge-base', inputs: { knowledge: `base-${at}` } },
    ]),
  );
  const settings = JSON.stringify({ 'jacquard-knowledge': 1, sources: ['all/**'] });
  const files = Array.from({ length: bases }, (_, at) => [`base-${at}.knowledge.json`, settings]);
  return { 'ask.flow.json': serialiseFlow({ jacquard: 1, name: 'Ask', nodes }), ...Object.fromEntries(files) };
}

test('32: flows of a bundle that would fill the memory are not read', { timeout: 60_000 }, async () => {
  const server = await startUnderTest();
  const flow = serialiseFlow({ ...askFlow('rules'), description: paddedText().repeat(12) });
  const zip = await zipOf({ 'a.flow.json': flow, 'b.flow.json': flow, 'c.flow.json': flow });
  expect(zip.length).toBeLessThan(2 * mebibyte);
  const { status, json } = await upload(server.ask, '/api/v1/bundles', 'x.zip', zip);
  expect([status, json['code']]).toEqual([413, 'bundle-too-large']);
  expect((await server.ask('/healthz')).status).toBe(200);
});

test('32: documents that many bases of a bundle name are not copied without end', { timeout: 60_000 }, async () => {
  const server = await startUnderTest();
  const document = paddedText().repeat(60);
  const zip = await zipOf({ ...manyBases(), 'all/a.txt': document });
  const { status, json } = await upload(server.ask, '/api/v1/bundles', 'x.zip', zip);
  expect([status, json['code']]).toEqual([413, 'bundle-too-large']);
  expect((await server.ask('/api/v1/knowledge-bases')).json['bases']).toEqual([]);
  expect(readdirSync(join(server.home, 'incoming'))).toEqual([]);
});
