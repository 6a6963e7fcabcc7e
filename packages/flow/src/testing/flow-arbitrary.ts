import * as fc from 'fast-check';
import type { FlowDocument, FlowNode } from '../flow-document.ts';
import type { Input } from '../input.ts';
import type { JsonValue } from '../json.ts';
import { sampleDescriptors } from './sample-descriptors.ts';

const ids = ['a', 'b', 'c', 'each', 'constructor', 'valueof', 'n-1', 'tostring'];
const ports = ['text', 'texts', 'items', 'value', 'model', 'prompt', 'constructor', 'toString', 'item', 'draft', 'out'];

const idArbitrary = fc.constantFrom(...ids);
const portArbitrary = fc.constantFrom(...ports);
const addressArbitrary = fc.tuple(idArbitrary, portArbitrary).map(([id, port]) => `${id}.${port}`);
const textArbitrary = fc.oneof(fc.string(), fc.constantFrom('a\nb', '{{a}} {{text}}', '\n', 'x\r\ny', 'default'));

// boundary: keys `__proto__` are refused by the parser on purpose, so they are none of the valid documents
const jsonArbitrary = fc
  .jsonValue({ maxDepth: 3 })
  .filter((value) => !JSON.stringify(value).includes('__proto__')) as fc.Arbitrary<JsonValue>;

const inputArbitrary: fc.Arbitrary<Input> = fc.letrec<{ input: Input }>((tie) => ({
  input: fc.oneof(
    { maxDepth: 2 },
    textArbitrary,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.record({ from: addressArbitrary }),
    fc.constant({ secret: 'key' }),
    fc.record({ setting: fc.constant('name'), default: jsonArbitrary }, { requiredKeys: ['setting'] }),
    fc.record({ file: fc.constantFrom('a.txt', 'documents/b.pdf') }),
    fc.record({ lines: fc.array(fc.string().map((line) => line.replaceAll('\n', ''))) }),
    fc.record({ value: jsonArbitrary }),
    fc.array(tie('input'), { maxLength: 3 }),
  ),
})).input;

function recordOf<T>(key: fc.Arbitrary<string>, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.array(fc.tuple(key, value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
}

const nodeArbitrary: fc.Arbitrary<FlowNode> = fc.letrec<{ node: FlowNode }>((tie) => ({
  node: fc.record(
    {
      type: fc.constantFrom(...sampleDescriptors.keys(), 'un.known'),
      title: fc.string({ maxLength: 20 }),
      disabled: fc.boolean(),
      inputs: recordOf(portArbitrary, inputArbitrary),
      state: recordOf(portArbitrary, fc.record({ first: inputArbitrary, next: inputArbitrary })),
      until: inputArbitrary,
      nodes: fc.oneof({ maxDepth: 2 }, fc.constant({}), recordOf(idArbitrary, tie('node'))),
      outputs: recordOf(portArbitrary, fc.record({ from: addressArbitrary })),
      onError: fc.oneof(
        fc.constantFrom('fail' as const, 'port' as const),
        fc.record({ fallback: recordOf(portArbitrary, inputArbitrary) }),
      ),
      retry: fc.record({ attempts: fc.integer({ min: 1, max: 10 }) }),
      timeout: fc.integer({ min: 1, max: 100 }),
    },
    { requiredKeys: ['type'] },
  ),
})).node;

const boxArbitrary = fc.record({ x: fc.integer({ min: -99, max: 99 }), y: fc.integer({ min: -99, max: 99 }) });

/** Documents that the schema takes; most have issues. */
export const flowArbitrary: fc.Arbitrary<FlowDocument> = fc.record(
  {
    jacquard: fc.constant(1 as const),
    name: fc.string({ maxLength: 20 }),
    description: fc.string(),
    language: fc.constantFrom('en' as const, 'fr' as const),
    overrides: fc.array(addressArbitrary, { minLength: 1, maxLength: 4 }),
    nodes: recordOf(idArbitrary, nodeArbitrary),
    types: recordOf(fc.constantFrom(...sampleDescriptors.keys()), fc.integer({ min: 1, max: 3 })),
    layout: fc.record({
      nodes: recordOf(idArbitrary, boxArbitrary),
      notes: recordOf(
        idArbitrary,
        fc.tuple(boxArbitrary, textArbitrary).map(([box, text]) => ({ ...box, text })),
      ),
    }),
  },
  { requiredKeys: ['jacquard', 'name', 'nodes'] },
);
