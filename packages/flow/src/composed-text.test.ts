import { expect, test } from 'vitest';
import { composeText, type ComposedText } from './composed-text.ts';

const composed: ComposedText = {
  output: 'prompt',
  language: 'language',
  parts: [
    { text: { en: 'You are {{who}}.', fr: 'Vous êtes {{who}}.' }, when: { input: 'who' } },
    { text: { en: '{{task}}', fr: '{{task}}' } },
    { text: { en: 'Be short.', fr: 'Soyez bref.' }, when: { input: 'length', equals: 'short' } },
    { text: { en: 'Ask first.', fr: 'Demandez d’abord.' }, when: { input: 'asks', equals: true }, goesOn: true },
  ],
};

test('parts stand where their input has a value, each a paragraph of its own unless it goes on', () => {
  expect(composeText(composed, { task: 'Explain looms.', who: ' ', length: 'any', asks: false })).toBe(
    'Explain looms.',
  );
  expect(composeText(composed, { task: 'Explain looms.', who: 'a weaver', length: 'short', asks: true })).toBe(
    'You are a weaver.\n\nExplain looms.\n\nBe short. Ask first.',
  );
});

test('the language is an input’s', () => {
  expect(composeText(composed, { task: 'Tissez.', who: 'un canut', language: 'fr' })).toBe(
    'Vous êtes un canut.\n\nTissez.',
  );
});

test('what arrives is no template, and names that every object has are none of its own', () => {
  expect(composeText(composed, { task: 'Say {{who}} and {{constructor}}.', who: 'X' })).toBe(
    'You are X.\n\nSay {{who}} and {{constructor}}.',
  );
  const odd = { output: 'a', parts: [{ text: { en: '{{toString}}', fr: '' }, when: { input: 'toString' } }] };
  expect(composeText(odd, {})).toBe('');
});
