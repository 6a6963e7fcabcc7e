import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { brotliCompressSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { serveWeb } from './serve-web.ts';

async function served(): Promise<{ url: string; assets: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'jacquard-web-'));
  const assets = join(folder, 'assets');
  mkdirSync(assets);
  writeFileSync(join(folder, 'index.html'), '<p>Jacquard</p>');
  writeFileSync(join(assets, 'start-1.js'), 'let loom;');
  writeFileSync(join(assets, 'start-1.js.br'), brotliCompressSync('let loom;'));
  const server = express().use(serveWeb(folder)).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // boundary: it listens on a port
  return { url: `http://127.0.0.1:${port}`, assets };
}

test('assets go compressed, under names that never change, and everything else is the page', async () => {
  const { url } = await served();
  const asset = await fetch(`${url}/assets/start-1.js`, { headers: { 'accept-encoding': 'gzip, br' } });
  expect(await asset.text()).toBe('let loom;');
  expect(asset.headers.get('content-encoding')).toBe('br');
  expect(asset.headers.get('content-type')).toContain('javascript');
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const plain = await fetch(`${url}/assets/start-1.js`, { headers: { 'accept-encoding': 'identity' } });
  expect([await plain.text(), plain.headers.get('content-encoding')]).toEqual(['let loom;', null]);
  expect(await (await fetch(`${url}/flows/any`, { headers: { accept: 'text/html' } })).text()).toBe('<p>Jacquard</p>');
  expect((await fetch(`${url}/assets/missing.js`)).status).toBe(404);
});

test('an asset that a new build has taken away is not found, and the server lives', async () => {
  const { url, assets } = await served();
  rmSync(assets, { recursive: true });
  expect((await fetch(`${url}/assets/start-1.js`, { headers: { 'accept-encoding': 'br' } })).status).toBe(404);
  expect((await fetch(`${url}/flows/any`, { headers: { accept: 'text/html' } })).status).toBe(200);
});
