import { expect, test } from 'vitest';
import { checkGrammar } from './check-grammar.ts';

test.each([
  ['root ::= ("a" | "b")+'],
  [`root ::= "${'('.repeat(500)}"`],
  [`root ::= [${'('.repeat(500)}]`],
  [`root ::= ${'("a") '.repeat(500)}`],
  ['root ::= "\\"" [^\\]]*'],
])('%.30s is left to the engine', (grammar) => {
  expect(() => checkGrammar(grammar)).not.toThrow();
});

test.each([[`root ::= ${'('.repeat(5000)}"a"${')'.repeat(5000)}`], [`root ::= "${'a'.repeat(300_000)}"`]])(
  '%.30s is refused',
  (grammar) => {
    expect(() => checkGrammar(grammar)).toThrow(expect.objectContaining({ code: 'model-grammar-wrong' }));
  },
);
