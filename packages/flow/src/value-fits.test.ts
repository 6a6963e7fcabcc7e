import { expect, test } from 'vitest';
import type { Kind } from './kind.ts';
import { isJson, valueFits } from './value-fits.ts';

const good: readonly (readonly [Kind, unknown])[] = [
  [{ kind: 'text' }, ''],
  [{ kind: 'number' }, -0.5],
  [{ kind: 'boolean' }, false],
  [{ kind: 'choice', options: ['a'] }, 'a'],
  [{ kind: 'json' }, { a: [null, 1, 'x'] }],
  [{ kind: 'table' }, { columns: ['a'], rows: [{ a: 1 }, { a: null }] }],
  [{ kind: 'documents' }, [{ pageContent: 'x', metadata: {} }]],
  [{ kind: 'messages' }, [{ role: 'user', content: '' }]],
  [{ kind: 'file' }, { file: 'a'.repeat(64), name: 'a', mediaType: 'text/plain', size: 1 }],
  [{ kind: 'embedding' }, [0.1, 0.2]],
  [{ kind: 'list', of: { kind: 'text' } }, ['a']],
  [{ kind: 'any' }, null],
];

test.each(good)('%j holds %j', (kind, value) => {
  expect(valueFits(value, kind)).toBeUndefined();
});

const bad: readonly (readonly [Kind, unknown, string])[] = [
  [{ kind: 'text' }, undefined, 'value-wrong-kind'],
  [{ kind: 'number' }, Number.NaN, 'value-wrong-kind'],
  [{ kind: 'choice', options: ['a'] }, 'b', 'value-not-an-option'],
  [{ kind: 'json' }, { a: undefined }, 'value-not-json'],
  [{ kind: 'json', schema: { type: 'object' } }, [], 'value-off-schema'],
  [{ kind: 'table' }, { columns: ['a'], rows: [{ a: {} }] }, 'value-wrong-kind'],
  [{ kind: 'documents' }, [{ pageContent: 1, metadata: {} }], 'value-wrong-kind'],
  [{ kind: 'messages' }, [{ role: 'god', content: '' }], 'value-wrong-kind'],
  [{ kind: 'file' }, { file: '../etc/passwd', name: 'a', mediaType: 'b', size: 1 }, 'value-wrong-kind'],
  [{ kind: 'list', of: { kind: 'text' } }, ['a', 1], 'value-wrong-kind'],
  [{ kind: 'any' }, new Map(), 'value-not-json'],
  [{ kind: 'chat-model' }, {}, 'value-wrong-kind'],
];

test.each(bad)('%j refuses %j', (kind, value, code) => {
  expect(valueFits(value, kind)?.code).toBe(code);
});

test('a circular value is no JSON', () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  expect(isJson(circle)).toBe(false);
});
