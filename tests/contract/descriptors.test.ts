import { existsSync, readFileSync } from 'node:fs';
import { descriptorSchema, valueFits, type InputPort, type JsonValue } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { loadNodeFamilies, loadNodes } from './node-families.ts';

const families = await loadNodeFamilies();
const descriptors = (await loadNodes()).map(({ descriptor }) => descriptor);
const icons = readFileSync(
  new URL('../../node_modules/lucide-react/dist/esm/dynamicIconImports.mjs', import.meta.url),
  'utf8',
);

test('every type is there once, in the family that its name says, in a file of its name', () => {
  const types = families.flatMap(({ name, nodes }) => nodes.map(({ descriptor: { type } }) => ({ name, type })));
  expect(new Set(types.map(({ type }) => type)).size).toBe(types.length);
  expect(types.filter(({ name, type }) => !type.startsWith(`${name}.`))).toEqual([]);
  const files = types.map(({ name, type }) => `../../nodes/${name}/src/${type.slice(name.length + 1)}.ts`);
  expect(files.filter((file) => !existsSync(new URL(file, import.meta.url)))).toEqual([]);
});

test.each(descriptors)('$type is data that parses to itself', (descriptor) => {
  expect(descriptorSchema.parse(structuredClone(descriptor))).toEqual(descriptor);
});

test.each(descriptors)('$type has an icon that exists', ({ icon }) => {
  expect(icons).toContain(`"${icon}": `);
});

test.each(descriptors)('$type: what a field decides names that field, which no wire can reach', (descriptor) => {
  const deciding = (descriptor.portsFrom ?? []).map(({ input }) => descriptor.inputs[input]);
  expect(deciding.filter((port) => port?.fieldOnly !== true)).toEqual([]);
  const changed = (descriptor.portsFrom ?? []).flatMap((rule) => ('port' in rule ? [rule.port] : []));
  expect(changed.filter((port) => !(port in descriptor.outputs))).toEqual([]);
});

test.each(descriptors)('$type: fields that hang on another name one that exists', ({ inputs }) => {
  const conditions = Object.values(inputs).flatMap(({ visibleWhen }) => visibleWhen ?? []);
  expect(conditions.filter(({ input, equals }) => !isPossible(inputs[input], equals))).toEqual([]);
});

test.each(descriptors)('$type: defaults fit their ports', ({ inputs }) => {
  const wrong = Object.entries(inputs).filter(
    ([, port]) => port.default !== undefined && valueFits(port.default, port.kind),
  );
  expect(wrong).toEqual([]);
});

test.each(descriptors)('$type: an address that it reaches stands in an input', ({ inputs, reachesFrom }) => {
  expect(reachesFrom === undefined || reachesFrom in inputs).toBe(true);
});

test.each(descriptors)('$type: an io node has one port of its own', ({ role, inputs, outputs }) => {
  const wired = Object.values(inputs).filter(({ fieldOnly }) => fieldOnly !== true);
  const expected = { 'flow-input': [0, 1], 'flow-output': [1, 0] }[role as string];
  expect(expected === undefined || (expected[0] === wired.length && expected[1] === Object.keys(outputs).length)).toBe(
    true,
  );
});

function isPossible(port: InputPort | undefined, value: JsonValue): boolean {
  return port !== undefined && valueFits(value, port.kind) === undefined;
}
