import { expect, test } from 'vitest';
import { isForTests, sourceFiles } from './source-files.ts';

/** What can open a connection: Node's modules, and clients that bring their own. */
const clients = /^(node:)?(https?2?|net|tls|dgram)$|^(undici|axios|got|ky|node-fetch|superagent|ws|eventsource)(\/|$)/;

/** What takes the network away from the process that runs people's code. */
const disarming = 'packages/sandbox/src/interpreter/disarm.ts';

/** Programs for others to run: here they are texts. */
const written = /^packages\/protocol\/src\/(snippets|client)\//;

/** Files that may use the network as they like: the guarded client itself, and the browser, which has its own rules. */
const shipped = sourceFiles().filter(
  ({ path, place }) =>
    !isForTests(path) &&
    path !== disarming &&
    !written.test(path) &&
    !['packages/guarded-fetch', 'apps/web'].includes(place),
);

test('the network is used through the guarded client alone', () => {
  expect(shipped.filter(({ text }) => usesNetwork(withoutComments(text))).map(({ path }) => path)).toEqual([]);
});

test.each([
  ["import { request } from 'node:http';", true],
  ["import http from 'http';", true],
  ["import { createServer, get } from 'node:https';", true],
  ["const { connect } = await import('node:net');", true],
  ["import { Agent } from 'undici';", true],
  ['await fetch(url);', true],
  ['const answer = globalThis.fetch(url);', true],
  ['new WebSocket(address);', true],
  ["import { createServer, type Server } from 'node:http';\ncreateServer().listen(0);", false],
  ["import type { IncomingMessage } from 'node:http';", false],
  ["import type { Socket } from 'node:net';\nchild.send(message);", false],
  ['function load(fetch: Fetch, url: string) {\n  return fetch(url);\n}', false],
  ['services.fetch(url);', false],
])('of %j it says %s', (text, expected) => {
  expect(usesNetwork(text)).toBe(expected);
});

function usesNetwork(text: string): boolean {
  return opensConnection(text) || callsGlobal(text);
}

/** Types and names of statuses say nothing, and who only listens may: anything else that a client's module gives is one. */
function opensConnection(text: string): boolean {
  const statics = [...text.matchAll(/^\s*(?:import|export)\s([^;'"]*?)\sfrom\s*['"]([^'"]+)['"]/gm)];
  const lazy = [...text.matchAll(/import\(\s*['"]([^'"]+)['"]/g)].map(([, specifier = '']) => specifier);
  return (
    lazy.some((specifier) => clients.test(specifier)) ||
    statics.some(([, names = '', specifier = '']) => clients.test(specifier) && !isTypesOrListening(names))
  );
}

function isTypesOrListening(names: string): boolean {
  if (/^type\s/.test(names)) return true;
  const list = /^\{([^}]*)\}$/.exec(names.trim())?.[1]?.split(',');
  return list?.every((name) => /^\s*(type\s.*|(createServer|STATUS_CODES)\s*)?$/.test(name)) ?? false;
}

/** A file that is handed a `fetch` calls that one; lint's `no-restricted-globals` looks at the scopes. */
function callsGlobal(text: string): boolean {
  const isHanded = /\bfetch\??: (Guarded)?Fetch\b/.test(text);
  return (
    /\bglobalThis\.fetch\b|\bnew (WebSocket|EventSource|XMLHttpRequest)\b/.test(text) ||
    (!isHanded && /(?<![.\w#])fetch\(/.test(text))
  );
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');
}
