import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { ownAddresses } from './same-site.ts';

function requestOf(headers: Record<string, string>): IncomingMessage {
  return { headers } as unknown as IncomingMessage; // boundary: the functions read headers alone
}

const here = ownAddresses({ host: '127.0.0.1', publicUrls: [] });
const anywhere = ownAddresses({ host: '0.0.0.0', publicUrls: ['https://jacquard.example'] });

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
  ['192.0.2.7', false],
  ['', false],
])('host %j on loopback: %s', (host, expected) => expect(here.isOwnHost(requestOf({ host }))).toBe(expected));

test.each([
  ['192.0.2.7:1804', true],
  ['[2001:db8::1]:1804', true],
  ['localhost:1804', true],
  ['jacquard.example', true],
  ['evil.example', false],
  ['192.0.2.7.evil.example', false],
  ['jacquard.example.evil.example', false],
  ['3221225991', false],
])('host %j on every address: %s', (host, expected) => expect(anywhere.isOwnHost(requestOf({ host }))).toBe(expected));

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
  expect(here.isOwnOrigin(requestOf({ host: '127.0.0.1:1804', ...headers }))).toBe(expected);
});

test('the origin of a public address is our own, whatever name its proxy asks by', () => {
  const of = (origin: string) => anywhere.isOwnOrigin(requestOf({ host: '192.0.2.7:1804', origin }));
  expect([of('https://jacquard.example'), of('http://jacquard.example'), of('http://192.0.2.7:1804')]).toEqual([
    true,
    false,
    true,
  ]);
});
