import { expect, test } from 'vitest';
import { isMac, keyNames } from './key-name.ts';

test('keys are called as they are on the keyboard and in the language', () => {
  expect(keyNames('Mod+Shift+Z', false, 'en')).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyNames('Mod+Shift+Z', true, 'fr')).toEqual(['⌘', '⇧', 'Z']);
  expect(keyNames('Shift+Delete', false, 'fr')).toEqual(['Maj', 'Suppr']);
  expect(keyNames('Alt+ArrowDown', true, 'en')).toEqual(['⌥', '↓']);
  expect(keyNames('Escape', true, 'fr')).toEqual(['Échap']);
  expect(keyNames('?', false, 'en')).toEqual(['?']);
});

test('a Mac is known by the name of its platform', () => {
  expect(isMac('MacIntel')).toBe(true);
  expect(isMac('Linux x86_64')).toBe(false);
});
