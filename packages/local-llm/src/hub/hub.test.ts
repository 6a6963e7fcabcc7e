import { createGuardedFetch } from '@jacquard/guarded-fetch';
import type { Fetch } from '@jacquard/node-kit';
import { afterEach, expect, test } from 'vitest';
import { startFileServer, type FileServer } from '../testing/file-server.ts';
import { refuse, serveRange, startHubServer, treePath, type HubServer } from '../testing/hub-server.ts';
import { probeAddress } from '../download/probe-address.ts';
import { createHub } from './hub.ts';

const never = new AbortController().signal;
let server: HubServer;
let other: FileServer | undefined;
afterEach(async () => {
  await server.close();
  await other?.close();
});

/** The guarded client as the runtime makes it, with the token of `HF_TOKEN` for the endpoint alone. */
function fetchWithToken(text: string, origin: string): Fetch {
  return createGuardedFetch({
    network: 'all',
    allowedHosts: ['127.0.0.1'],
    exemptOrigins: [],
    environment: {},
    revealSecret: (name) => (name === 'hf-token' ? { text, origins: [origin] } : undefined),
  });
}
const place = { repository: 'me/small' };

test('a repository’s model files come with size and checksum', async () => {
  server = await startHubServer({ 'me/small': { 'a-Q4_0.gguf': Buffer.from('GGUF'), 'README.md': Buffer.from('x') } });
  const hub = createHub(fetchWithToken('t', server.url), { HF_ENDPOINT: server.url });
  expect(await hub.files(place, never)).toEqual([
    { path: 'a-Q4_0.gguf', size: 4, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
});

test('a gated model says what to do: accept its terms, set a token, or see to the token', async () => {
  server = await startHubServer({}, { [treePath('me/small')]: refuse(401, 'GatedRepo') });
  const files = (environment: Record<string, string>): Promise<unknown> =>
    createHub(fetchWithToken('t', server.url), { HF_ENDPOINT: server.url, ...environment }).files(place, never);
  const params = { repository: 'me/small', page: `${server.url}/me/small` };
  await expect(files({})).rejects.toMatchObject({ code: 'model-gated', params });
  await expect(files({ HF_TOKEN: 't' })).rejects.toMatchObject({ code: 'model-token-refused', params });
});

test('an unknown repository is told from one that is gated', async () => {
  server = await startHubServer({}, { [treePath('me/small')]: refuse(401, 'RepoNotFound') });
  const hub = createHub(fetchWithToken('t', server.url), { HF_ENDPOINT: server.url });
  await expect(hub.files(place, never)).rejects.toMatchObject({ code: 'model-repository-unknown' });
});

test('the token goes to the endpoint, and not along with a redirect to another host', async () => {
  let seen: string | undefined = 'nothing asked';
  other = await startFileServer({
    '/cdn': (request, response) => {
      seen = request.headers.authorization;
      serveRange(Buffer.from('GGUF'))(request, response);
    },
  });
  const location = `${other.url}/cdn`;
  server = await startHubServer(
    { 'me/small': {} },
    { '/me/small/resolve/main/a.gguf': (_request, response) => void response.writeHead(302, { location }).end() },
  );
  const fetch = fetchWithToken('geheim', server.url);
  const hub = createHub(fetch, { HF_ENDPOINT: server.url, HF_TOKEN: 'geheim' });
  await hub.files(place, never);
  expect(await probeAddress(fetch, hub.place(place, 'a.gguf'), never)).toMatchObject({ size: 4 });
  expect(server.headers.map(({ authorization }) => authorization)).toEqual(['Bearer geheim', 'Bearer geheim']);
  expect(seen).toBeUndefined();
});

test('without a token none is sent', async () => {
  server = await startHubServer({ 'me/small': {} });
  await createHub(fetchWithToken('geheim', server.url), { HF_ENDPOINT: server.url }).files(place, never);
  expect(server.headers[0]?.authorization).toBeUndefined();
});

test('an endpoint that lists nothing is asked for the file itself', async () => {
  const file = { '/me/small/resolve/main/a.gguf': serveRange(Buffer.from('GGUF')) };
  server = await startHubServer({}, file);
  const hub = createHub(fetchWithToken('t', server.url), { HF_ENDPOINT: server.url });
  expect(await hub.files(place, never)).toBeUndefined();
  expect(await hub.probe(place, 'a.gguf', never)).toMatchObject([{ expected: { size: 4, tag: '"one"' } }]);
});
