import { expect, test } from 'vitest';
import { createWaitingLine, type LineEntry, type WaitingLine } from './waiting-line.ts';

interface Named extends LineEntry {
  readonly name: string;
}
const person = (run: string, name = run): Named => ({ run, name, priority: 'person' });
const batch = (run: string, name = run): Named => ({ run, name, priority: 'batch' });

function lineOf(...entries: Named[]): WaitingLine<Named> {
  const line = createWaitingLine<Named>();
  entries.forEach(line.add);
  return line;
}
const names = (entries: readonly Named[]): string => entries.map(({ name }) => name).join(' ');

test('runs take turns, and a run keeps its own order', () => {
  const line = lineOf(person('a', 'a1'), person('a', 'a2'), person('a', 'a3'), person('b', 'b1'), person('c', 'c1'));
  expect(names(line.inOrder())).toBe('a1 b1 c1 a2 a3');
});

test('persons go before batches, whoever came first', () => {
  expect(names(lineOf(batch('x'), person('a'), batch('y'), person('b')).inOrder())).toBe('a b x y');
});

test('a run that was served goes behind the others; one that gave up keeps its place', () => {
  const [a1, a2, b1] = [person('a', 'a1'), person('a', 'a2'), person('b', 'b1')];
  const served = lineOf(a1, a2, b1);
  served.remove(a1, true);
  expect(names(served.inOrder())).toBe('b1 a2');
  const left = lineOf(a1, a2, b1);
  left.remove(a1, false);
  expect(names(left.inOrder())).toBe('a2 b1');
});

test('sizes count who waits, in all and of a run; taking out twice changes nothing', () => {
  const [a1, a2] = [person('a', 'a1'), person('a', 'a2')];
  const line = lineOf(a1, a2, batch('b'));
  line.remove(a1, false);
  line.remove(a1, false);
  expect([line.size, line.sizeOf('a'), line.sizeOf('b'), line.sizeOf('c')]).toEqual([2, 1, 1, 0]);
  expect(names(line.firsts())).toBe('a2 b');
});
