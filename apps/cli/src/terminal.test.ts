import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { browserCommand } from './open-browser.ts';
import { printIssues } from './print-issues.ts';
import { openTerminal, terminalLanguage } from './terminal.ts';

test.each([
  [{}, 'en'],
  [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
  [{ LANG: 'fr' }, 'fr'],
  [{ LANG: 'fr_CA.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'fr_BE' }, 'fr'],
  [{ LANG: 'fry_NL' }, 'en'],
])('%j speaks %s', (env, language) => expect(terminalLanguage(env)).toBe(language));

test('a browser opens where there is a desktop, and nothing happens elsewhere', () => {
  expect(browserCommand({ DISPLAY: ':0' }, 'linux')).toEqual(['xdg-open']);
  expect(browserCommand({}, 'darwin')).toEqual(['open']);
  expect(browserCommand({}, 'linux')).toBeUndefined();
  expect(browserCommand({ DISPLAY: ':0', BROWSER: 'none' }, 'linux')).toBeUndefined();
  expect(browserCommand({ DISPLAY: ':0', SSH_CONNECTION: 'x' }, 'linux')).toBeUndefined();
});

test('what a problem or a result names does not steer the terminal', async () => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const hostile = '\u001B]0;owned\u0007\u009B31mred\u0000';
  // boundary: of the surroundings only streams are used
  const terminal = openTerminal({ env: {}, stdout, stderr } as unknown as Parameters<typeof openTerminal>[0]);
  terminal.complain({ code: 'flow-not-found', params: { id: hostile } });
  printIssues(terminal, hostile, [{ code: 'node-type-unknown', params: { type: hostile }, severity: 'error' }]);
  terminal.print(hostile);
  for (const stream of [stdout, stderr]) stream.end();
  const printed = (await text(stdout)) + (await text(stderr));
  expect(printed).toContain('red');
  expect(printed.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});
