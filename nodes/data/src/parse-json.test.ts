import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

test('what isn’t JSON is shown with the reason', async () => {
  await expect(runNode(parseJson, { inputs: { text: 'Sure! {"a": 1,}' } })).rejects.toMatchObject({
    code: 'text-not-json',
    params: { text: 'Sure! {"a": 1,}' },
  });
});

test('what doesn’t fit the schema is refused with the place', async () => {
  const schema = { type: 'object', properties: { count: { type: 'integer' } } };
  await expect(runNode(parseJson, { inputs: { text: '{"count": "two"}', schema } })).rejects.toMatchObject({
    code: 'json-not-of-schema',
    params: { place: '/count', keyword: 'type' },
  });
});

test('a key named like a prototype is data', async () => {
  const { outputs } = await runNode(parseJson, { inputs: { text: '{"__proto__": {"admin": true}}' } });
  expect(JSON.stringify(outputs['json'])).toBe('{"__proto__":{"admin":true}}');
  expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
});
