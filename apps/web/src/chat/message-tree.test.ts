import type { SessionMessage } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { messagePath, newestUnder } from './message-tree.ts';

const message = (id: string, parent?: string): SessionMessage => ({
  id,
  ...(parent !== undefined && { parent }),
  role: id.startsWith('q') ? 'user' : 'assistant',
  content: id,
  at: 0,
});

//  q1 ── a1 ─┬─ q2 ── a2
//            └─ q3 ── a3 ── q4
const messages = [
  message('q1'),
  message('a1', 'q1'),
  message('q2', 'a1'),
  message('a2', 'q2'),
  message('q3', 'a1'),
  message('a3', 'q3'),
  message('q4', 'a3'),
];
const ids = (leaf?: string): string[] => messagePath(messages, leaf).map((placed) => placed.message.id);

test('the path leads from the root to the newest message, or to the one that was chosen', () => {
  expect(ids()).toEqual(['q1', 'a1', 'q3', 'a3', 'q4']);
  expect(ids('a2')).toEqual(['q1', 'a1', 'q2', 'a2']);
  expect(ids('gone')).toEqual(ids());
});

test('a message knows those that follow the same one', () => {
  expect(messagePath(messages).map(({ siblings }) => siblings)).toEqual([['q1'], ['a1'], ['q2', 'q3'], ['a3'], ['q4']]);
});

test('going to a sibling goes to the newest message under it', () => {
  expect(newestUnder(messages, 'q3')).toBe('q4');
  expect(newestUnder(messages, 'q2')).toBe('a2');
  expect(newestUnder(messages, 'q4')).toBe('q4');
});

test('a broken tree ends: no message twice, a missing parent is the root', () => {
  expect(messagePath([message('a', 'b'), message('b', 'a')])).toHaveLength(2);
  expect(messagePath([message('a', 'gone')]).map((placed) => placed.message.id)).toEqual(['a']);
});
