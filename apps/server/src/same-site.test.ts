import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { isOwnHost, isOwnOrigin } from './same-site.ts';

function requestOf(headers: Record<string, string>): IncomingMessage {
  return { headers } as unknown as IncomingMessage; // boundary: the functions read headers alone
}

test.each([
  ['127.0.0.1:1804', true],
  ['localhost', true],
  ['LOCALHOST:1804', true],
  ['[::1]:1804', true],
  ['evil.example', false],
  ['127.0.0.1.evil.example', false],
  ['localhost.evil.example:1804', false],
  ['evil.example@127.0.0.1', false],
  ['127.0.0.1:1804, evil.example', false],
  ['2130706433', false],
  ['', false],
])('host %j: %s', (host, expected) => expect(isOwnHost(requestOf({ host }))).toBe(expected));

test.each([
  [{}, true],
  [{ origin: 'http://127.0.0.1:1804' }, true],
  [{ origin: 'https://127.0.0.1:1804' }, true],
  [{ origin: 'http://127.0.0.1:9999' }, false],
  [{ origin: 'http://localhost:1804' }, false],
  [{ origin: 'null' }, false],
  [{ origin: 'http://127.0.0.1:1804.evil.example' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'none' }, true],
  [{ 'x-request-from': 'internal', origin: 'http://evil.example' }, false],
])('origin of %j: %s', (headers, expected) => {
  expect(isOwnOrigin(requestOf({ host: '127.0.0.1:1804', ...headers }))).toBe(expected);
});
