import { expect, test } from 'vitest';
import { conversationOf } from './conversation-of.ts';

test('empty parts are left out', () => {
  expect(conversationOf({ system: ' ', prompt: 'Hi' })).toEqual([{ role: 'user', content: 'Hi' }]);
});

test('instructions alone are nothing to answer', () => {
  expect(() => conversationOf({ system: 'Be brief.' })).toThrow('chat-nothing-to-send');
});
