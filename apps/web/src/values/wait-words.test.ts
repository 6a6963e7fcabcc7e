import type { ModelWait } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { english } from '../i18n/en/index.ts';
import type { Translate } from '../i18n/i18n.ts';
import { waitWords } from './wait-words.ts';

const say = ((key: keyof typeof english, params: Readonly<Record<string, string | number>> = {}) => {
  const form = params['count'] === 1 ? `${key}_one` : `${key}_other`;
  const text = english[key] ?? english[form as keyof typeof english];
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => String(params[name]));
}) as Translate; // boundary: enough of i18next for these texts

const words = (wait: ModelWait): string =>
  Object.values(waitWords(wait, say, 'en'))
    .filter(Boolean)
    .join(' · ');

test('each thing that is waited for has its words, with its measure where it is known', () => {
  expect(words({ for: 'model' })).toBe('The model is being loaded');
  expect(words({ for: 'model', share: 0.42 })).toBe('The model is being loaded · 42%');
  expect(words({ for: 'turn', before: 1 })).toBe('Waits for its turn · 1 request is before it');
  expect(words({ for: 'turn', before: 3 })).toBe('Waits for its turn · 3 requests are before it');
  expect(words({ for: 'turn', before: 3, seconds: 20 })).toBe(
    'Waits for its turn · 3 requests are before it, about 20 s',
  );
  expect(words({ for: 'turn', before: 3, seconds: 120 })).toBe(
    'Waits for its turn · 3 requests are before it, about 2 min',
  );
  expect(words({ for: 'prompt', done: 640, total: 2300 })).toBe('Reads the prompt · 640 of 2,300 tokens');
  expect(words({ for: 'answer' })).toBe('Waits for the answer');
  expect(words({ for: 'end' })).toBe('Writes the answer');
});
