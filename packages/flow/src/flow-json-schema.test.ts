import { expect, test } from 'vitest';
import { flowJsonSchema } from './flow-json-schema.ts';

test('the published flow.schema.json is current (vitest -u writes it)', async () => {
  await expect(`${JSON.stringify(flowJsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot('../flow.schema.json');
});

test('it describes nodes, and nodes inside them', () => {
  const schema = JSON.stringify(flowJsonSchema());
  expect(schema).toContain('"additionalProperties":false');
  expect(schema).toContain('"$ref"');
});
