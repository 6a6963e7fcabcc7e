import type { ComposedText, InputPort } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { previewText } from './preview-text.ts';

const composed: ComposedText = {
  output: 'prompt',
  parts: [
    { text: { en: '{{task}}', fr: '{{task}}' } },
    { text: { en: 'For {{audience}}.', fr: 'Pour {{audience}}.' }, when: { input: 'audience' } },
    { text: { en: 'Be short.', fr: 'Soyez bref.' }, when: { input: 'length', equals: 'short' } },
  ],
};
const text = { kind: 'text' } as const;
const ports: Readonly<Record<string, InputPort>> = {
  task: { kind: text, label: { en: 'Task', fr: 'Tâche' } },
  audience: { kind: text, label: { en: 'Audience', fr: 'Public' } },
  length: { kind: text, label: { en: 'Length', fr: 'Longueur' }, default: 'short' },
};

test('shows the prompt of the fields, with defaults', () => {
  const node = { inputs: { task: { lines: ['Explain', 'looms.'] } } };
  expect(previewText(composed, node, ports, 'en')).toBe('Explain\nlooms.\n\nBe short.');
});

test('what a wire brings stands there by its label', () => {
  const node = { inputs: { task: { from: 'question.text' }, length: 'any' } };
  expect(previewText(composed, node, ports, 'fr')).toBe('‹Tâche›');
});
