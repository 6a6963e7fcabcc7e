import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stepFlow, templateFlow } from './hostile-flows.ts';
import { startUnderTest, temporaryFolder, type Answer, type ServerUnderTest } from './server-under-test.ts';

const boundary = 'x7';

function upload(server: ServerUnderTest, path: string, name: string, content: string): Promise<Answer> {
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/html\r\n\r\n${content}\r\n--${boundary}--\r\n`;
  return server.ask(path, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body,
  });
}

const traversals = [
  '../../evil.txt',
  '..\\..\\evil.txt',
  '/tmp/evil.txt',
  'C:\\evil.txt',
  '....//evil.txt',
  'a/../../evil.txt',
  '%2e%2e%2fevil.txt',
];

test('18: an upload’s name opens no path', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('x'));
  for (const name of traversals) {
    const answer = await upload(server, `/api/v1/flows/${id}/files`, name, 'evil');
    expect(answer.status).toBe(201);
    expect((answer.json.file as { name: string }).name).not.toMatch(/[/\\]/); // boundary: our own answer
  }
  const everything = readdirSync(server.home, { recursive: true }).map(String);
  expect(everything.filter((path) => path.includes('evil'))).toEqual([]);
  expect(existsSync('/tmp/evil.txt')).toBe(false);
});

test('23: an uploaded page comes back as a download that no browser shows as ours', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('x'));
  const { file } = (await upload(server, `/api/v1/flows/${id}/files`, 'evil.html', '<script>alert(1)</script>')).json;
  const answer = await server.ask(`/api/v1/flows/${id}/files/${(file as { file: string }).file}`); // boundary: as above
  expect(answer.text).toContain('<script>');
  expect(answer.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment; filename=evil.html',
    'x-content-type-options': 'nosniff',
  });
  expect(answer.headers['content-security-policy']).toContain('sandbox');
});

test('23: pages run no script but ours, sit in no frame, and need no TLS', async () => {
  const server = await startUnderTest();
  for (const path of ['/', '/healthz', '/api/v1/flows', '/api/v1/nothing']) {
    const { headers } = await server.ask(path, { headers: { accept: 'text/html' } });
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test('19: an id that leads elsewhere is as absent as any', async () => {
  const server = await startUnderTest();
  const ids = [
    '..%2f..%2fetc%2fpasswd',
    '..%5c..%5cx',
    '%2e%2e',
    '..%00',
    '%252e%252e%252f',
    'a%2fb',
    '__proto__',
    'constructor',
    '-',
    '@draft',
    '.env',
    'x%0d%0aset-cookie:a=b',
  ];
  for (const id of ids)
    for (const path of [
      `/api/v1/flows/${id}`,
      `/api/v1/flows/${id}/reach`,
      `/api/v1/runs/${id}`,
      `/api/v1/runs/${id}/events`,
      `/api/v1/sessions/${id}`,
      `/api/v1/flows/${id}/files`,
    ]) {
      const answer = await server.ask(path);
      expect([path, answer.status]).toEqual([path, 404]);
    }
  for (const id of ids) {
    const headers = { 'if-match': '*' };
    const answer = await server.ask(`/api/v1/flows/${id}`, {
      method: 'PUT',
      headers,
      body: { document: templateFlow('x') },
    });
    expect([id, answer.status]).toEqual([id, 404]);
  }
});

test('19: a document’s name makes an id, never a path', async () => {
  const projectFolder = temporaryFolder();
  const server = await startUnderTest({ projectFolder });
  for (const name of ['../../evil', '/etc/evil', 'evil\0.json', '..', 'CON', 'évil/../x'])
    expect(await server.save({ jacquard: 1, name, nodes: {} })).toMatch(/^[a-z][a-z0-9-]*$/);
  expect(readdirSync(projectFolder).filter((file) => !/^[a-z][a-z0-9-]*\.flow\.json$/.test(file))).toEqual([]);
  expect(existsSync(join(projectFolder, '..', 'evil.flow.json'))).toBe(false);
});

test('20: the pages’ files lead to no other file', async () => {
  const server = await startUnderTest({ environment: { JACQUARD_SECRET_CANARY: 'CANARY-TEXT' } });
  const put = { method: 'PUT', body: { text: 'STORED-CANARY', origins: [] } };
  expect((await server.ask('/api/v1/secrets/stored', put)).status).toBe(204);
  const up = ['../', '..%2f', '%2e%2e/', '..%5c', '....//', '%2e%2e%2f'];
  const targets = [`${server.home.slice(1)}/secret.key`, 'package.json', 'etc/passwd', 'apps/server/src/index.ts'];
  for (const start of ['/', '/assets/', '/api/v1/', '/api/v1/examples/'])
    for (const step of up)
      for (const target of targets) {
        const answer = await server.ask(start + step.repeat(8) + target);
        expect(answer.text).not.toMatch(/root:x|"name": "jacquard"|startServer|STORED-CANARY|CANARY-TEXT/);
        expect(answer.status === 200 && !answer.text.includes('<')).toBe(false);
      }
});

test('21: a flow reads files beside it, and nothing above, hidden or linked from elsewhere', async () => {
  const outside = temporaryFolder();
  const projectFolder = join(outside, 'project');
  mkdirSync(projectFolder);
  writeFileSync(join(outside, 'outside.txt'), 'CANARY-OUTSIDE');
  writeFileSync(join(projectFolder, '.env'), 'CANARY-HIDDEN');
  writeFileSync(join(projectFolder, 'fine.txt'), 'fine');
  symlinkSync(join(outside, 'outside.txt'), join(projectFolder, 'link.txt'));
  symlinkSync(outside, join(projectFolder, 'door'));
  const server = await startUnderTest({ projectFolder });
  const read = async (file: string): Promise<Answer> =>
    server.invoke(await server.save(stepFlow('data.read-file', { file: { file } }, 'text', 'io.text-output', 'text')), {
      question: 'x',
    });
  expect((await read('fine.txt')).json.outputs).toEqual({ reply: 'fine' });
  for (const path of [
    '../outside.txt',
    'door/outside.txt',
    'link.txt',
    '.env',
    './.env',
    '/etc/passwd',
    `${server.home}/secret.key`,
    'a/../../outside.txt',
    '..%2foutside.txt',
  ]) {
    const answer = await read(path);
    expect([path, answer.status >= 400]).toEqual([path, true]);
    expect(answer.text).not.toMatch(/CANARY|root:x/);
  }
});

test('22: JSON can’t pretend to be an upload, and a file’s hash is no key to it', async () => {
  const server = await startUnderTest();
  const reader = stepFlow('data.read-file', { file: { from: 'file.file' } }, 'text', 'io.text-output', 'text');
  const withInput = { ...reader, nodes: { ...(reader as { nodes: object }).nodes, file: { type: 'io.file-input' } } }; // boundary: our own flow
  const [mine, other] = [await server.save(withInput), await server.save(templateFlow('x'))];
  const forged = { file: { filepath: '/etc/passwd', originalFilename: 'x', path: '/etc/passwd' } };
  for (const path of [`/api/v1/flows/${mine}/files`, '/api/v1/files'])
    expect((await server.ask(path, { method: 'POST', body: forged })).status).toBe(400);
  const { file } = (await upload(server, `/api/v1/flows/${other}/files`, 'a.txt', 'CANARY-OTHER')).json;
  for (const value of [
    file,
    forged.file,
    '/etc/passwd',
    { ...(file as object), file: '../../etc/passwd' },
    { file: '/etc/passwd', name: 'x', mediaType: 'text/plain', size: 1 },
  ]) {
    const answer = await server.invoke(mine, { question: 'x', file: value });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toMatch(/CANARY|root:x/);
  }
});

test('31: a multipart body that never makes sense is refused, and the server goes on', async () => {
  const server = await startUnderTest();
  const type = (value: string): Record<string, string> => ({ 'content-type': `multipart/form-data${value}` });
  const bodies = [
    { headers: type(''), body: 'x' },
    { headers: type(`; boundary=${'a'.repeat(8_000)}`), body: `--${'a'.repeat(2_000_000)}` },
    { headers: type('; boundary=a'), body: '--'.repeat(500_000) },
    {
      headers: type('; boundary=a'),
      body: `--a\r\nContent-Disposition: form-data; name="${'n'.repeat(500_000)}"\r\n\r\n`,
    },
    {
      headers: type('; boundary=a'),
      body: '--a\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nunfinished',
    },
    {
      headers: type('; boundary=a'),
      body: '--a\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n'.repeat(20_000),
    },
  ];
  for (const given of bodies) {
    const answer = await server.ask('/api/v1/files', { method: 'POST', ...given }).catch(() => ({ status: 400 }));
    expect([400, 413, 431]).toContain(answer.status);
  }
  expect((await server.ask('/healthz')).status).toBe(200);
});
