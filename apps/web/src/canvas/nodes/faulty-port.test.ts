import { expect, test } from 'vitest';
import { isFaultOf } from './faulty-port.ts';

test.for([
  ['input-missing', { port: 'query' }, 'query'],
  ['expression-not-valid', { expression: '1 +', fault: 'end' }, 'expression'],
  ['answer-not-of-schema', { model: 'm', answer: 'x' }, 'schema'],
  ['model-unavailable', { model: 'm' }, 'model'],
  ['model-context-full', { promptTokens: 9 }, 'prompt'],
] as const)('%s %j is about the input %s', ([code, params, input]) => {
  expect(isFaultOf({ code, params }, input)).toBe(true);
});

test.for([
  ['answer-not-of-schema', { model: 'm', answer: 'x' }, 'model'],
  ['answer-not-of-schema', { model: 'm', answer: 'x' }, 'answer'],
  ['network-refused', { host: 'x.test', why: 'scheme' }, 'host'],
  ['column-not-found', { column: 'a', columns: [] }, 'table'],
  ['step-failed', {}, '__proto__'],
] as const)('%s %j is not about the input %s', ([code, params, input]) => {
  expect(isFaultOf({ code, params }, input)).toBe(false);
});
