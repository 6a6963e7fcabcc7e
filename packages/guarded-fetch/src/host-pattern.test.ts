import { expect, test } from 'vitest';
import { matchesAddress, matchesName, parseHostPattern } from './host-pattern.ts';

test.each([
  ['example.com', 'example.com', '80', true],
  ['Example.com', 'example.com.', '443', true],
  ['example.com', 'evil-example.com', '80', false],
  ['example.com', 'example.com.evil.org', '80', false],
  ['example.com', 'sub.example.com', '80', false],
  ['*.example.com', 'sub.example.com', '80', true],
  ['*.example.com', 'example.com', '80', false],
  ['*.example.com', 'evilexample.com', '80', false],
  ['example.com:8080', 'example.com', '8080', true],
  ['example.com:8080', 'example.com', '80', false],
  ['https://example.com', 'example.com', '443', true],
  ['https://example.com', 'example.com', '80', false],
  ['127.0.0.1:11434', '127.0.0.1', '11434', true],
  ['127.0.0.1:11434', '127.0.0.1', '22', false],
  ['[::1]:80', '[::1]', '80', true],
  ['::1', '[::1]', '80', true],
  ['10.0.0.0/8', '10.9.8.7', '80', true],
  ['10.0.0.0/8', '[::ffff:10.9.8.7]', '80', true],
  ['10.0.0.0/8', '11.0.0.1', '80', false],
  ['', 'example.com', '80', false],
  ['*.', 'example.com', '80', false],
])('%s and %s port %s: %s', (entry, hostname, port, expected) => {
  expect(matchesName(parseHostPattern(entry), hostname, port)).toBe(expected);
});

test('a range holds addresses of names, too; a name holds none', () => {
  expect(matchesAddress(parseHostPattern('192.168.0.0/16'), '192.168.4.4', '80')).toBe(true);
  expect(matchesAddress(parseHostPattern('fd00::/8'), 'fd12::1', '80')).toBe(true);
  expect(matchesAddress(parseHostPattern('intranet'), '10.0.0.1', '80')).toBe(false);
});
