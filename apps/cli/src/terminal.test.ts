import { expect, test } from 'vitest';
import { browserCommand } from './open-browser.ts';
import { terminalLanguage } from './terminal.ts';

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
