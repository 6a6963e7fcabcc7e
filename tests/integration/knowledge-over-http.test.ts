import { io } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { knowledgeBaseSchema, knowledgeChangedSchema } from '@jacquard/protocol';
import { askedIn, upload } from '../fixtures/knowledge-requests.ts';
import { startUnderTest } from '../security/server-under-test.ts';

const soon = { timeout: 30_000, interval: 50 };
const bases = '/api/v1/knowledge-bases';

const rules = 'Règlement\n\nUn lecteur peut emprunter douze livres pendant trois semaines.';

test('a base is made, filled, built by itself, searched, changed and emptied', { timeout: 60_000 }, async () => {
  const { ask } = await startUnderTest();
  const made = await ask(bases, { method: 'POST', body: { name: 'Règlement' } });
  expect([made.status, made.headers['location'], made.json['state']]).toEqual([201, `${bases}/reglement`, 'ready']);
  const put = await upload(ask, `${bases}/reglement/files?path=rules/pret.txt&modified=1700000000000`, 'x.txt', rules);
  expect([put.status, put.json]).toEqual([201, { source: 'reglement/rules/pret.txt' }]);
  const read = async () => knowledgeBaseSchema.parse((await ask(`${bases}/reglement`)).json);
  await vi.waitFor(async () => expect(await read()).toMatchObject({ state: 'ready', documents: 1 }), soon);
  const [file] = (await read()).files;
  expect(file).toMatchObject({
    source: 'reglement/rules/pret.txt',
    state: 'ready',
    languages: ['fr'],
    modified: 1.7e12,
  });
  const path = '?path=reglement%2Frules%2Fpret.txt';
  expect((await ask(`${bases}/reglement/documents${path}`)).text).toContain('douze livres');
  expect((await ask(`${bases}/reglement/passages${path}`)).text).toContain('douze livres');
  const bytes = await ask(`${bases}/reglement/file${path}`);
  expect([bytes.text, bytes.headers['content-type']]).toEqual([rules, 'application/octet-stream']);
  expect(await askedIn(ask, 'reglement', 'Combien de livres emprunter ?')).toContain('douze livres');
  await upload(ask, `${bases}/reglement/files${path}`, 'x.txt', rules.replace('douze', 'vingt'));
  await vi.waitFor(async () => expect(await askedIn(ask, 'reglement', 'emprunter')).toContain('vingt livres'), soon);
  expect((await ask(`${bases}/reglement/files${path}`, { method: 'DELETE' })).status).toBe(204);
  await vi.waitFor(async () => expect(await read()).toMatchObject({ state: 'ready', documents: 0 }), soon);
  const empty = await ask(`${bases}/reglement/search`, { method: 'POST', body: { query: 'emprunter' } });
  expect([empty.status, empty.json['code']]).toEqual([422, 'knowledge-empty']);
  expect((await ask(`${bases}/reglement`, { method: 'DELETE' })).status).toBe(204);
  expect((await ask(bases)).json).toEqual({ bases: [] });
});

test('settings are saved against their revision', async () => {
  const { ask } = await startUnderTest();
  const made = await ask(bases, { method: 'POST', body: { name: 'Guide' } });
  const document = { ...(made.json['document'] as object), passages: { size: 800 } }; // boundary: our own answer
  const put = (revision: string | undefined) =>
    ask(`${bases}/guide`, { method: 'PUT', body: { document }, headers: revision ? { 'if-match': revision } : {} });
  expect([(await put(undefined)).status, (await put('"other"')).status]).toEqual([428, 412]);
  const saved = await put(String(made.headers['etag']));
  expect([saved.status, saved.json['document']]).toEqual([200, document]);
  expect(saved.headers['etag']).not.toBe(made.headers['etag']);
  const stale = await put(String(made.headers['etag']));
  expect([stale.status, stale.json['code']]).toEqual([412, 'knowledge-changed']);
  const wrong = await ask(`${bases}/guide`, {
    method: 'PUT',
    body: { document: { ...document, sources: ['../*'] } },
    headers: { 'if-match': '*' },
  });
  expect([wrong.status, wrong.json['code']]).toEqual([400, 'request-invalid']);
});

test('who watches hears how a building goes, and that a base is gone', { timeout: 60_000 }, async () => {
  const { ask, url } = await startUnderTest();
  const socket = io(url, { transports: ['websocket'] });
  onTestFinished(() => void socket.disconnect());
  const heard: { id: string; state: string | undefined; at: number }[] = [];
  socket.on('knowledge:changed', (message: unknown) => {
    const { id, base } = knowledgeChangedSchema.parse(message);
    heard.push({ id, state: base?.state, at: performance.now() });
  });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  await ask(bases, { method: 'POST', body: { name: 'Guide' } });
  for (let index = 0; index < 20; index += 1)
    await upload(ask, `${bases}/guide/files?path=${index}.txt`, 'x.txt', `${rules} ${index}`);
  await vi.waitFor(async () => expect((await ask(`${bases}/guide`)).json).toMatchObject({ documents: 20 }), soon);
  await vi.waitFor(() => expect(heard.at(-1)?.state).toBe('ready'), soon);
  expect(new Set(heard.map(({ state }) => state))).toContain('building');
  const span = (heard.at(-1)?.at ?? 0) - (heard[0]?.at ?? 0);
  expect(heard.length).toBeLessThanOrEqual(2 + span / 180);
  await ask(`${bases}/guide`, { method: 'DELETE' });
  await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ id: 'guide', state: undefined }), soon);
});

test('a missing base, a missing file and a wrong request are said as such', async () => {
  const { ask } = await startUnderTest();
  await ask(bases, { method: 'POST', body: { name: 'Guide' } });
  const answers = [
    await ask(`${bases}/none`),
    await ask(`${bases}/none/build`, { method: 'POST', body: {} }),
    await upload(ask, `${bases}/none/files`, 'a.txt', 'x'),
    await ask(`${bases}/guide/file?path=none.txt`),
    await ask(`${bases}/guide/files?path=none.txt`, { method: 'DELETE' }),
    await ask(`${bases}/guide/passages`),
    await ask(`${bases}/guide/search`, { method: 'POST', body: { query: 'x', top: 0 } }),
    await ask(`${bases}/guide/files`, { method: 'POST', body: {} }),
  ];
  expect(answers.map(({ status, json }) => `${status} ${String(json['code'])}`)).toEqual([
    '404 knowledge-not-found',
    '404 knowledge-not-found',
    '404 knowledge-not-found',
    '404 file-not-found',
    '404 file-not-found',
    '400 request-invalid',
    '400 request-invalid',
    '400 body-not-a-form',
  ]);
});
