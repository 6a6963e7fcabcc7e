import { expect, test } from 'vitest';
import { parseOrigins } from './parse-origins.ts';

test('addresses become origins: paths go, a missing protocol is https, doubles go', () => {
  expect(
    parseOrigins('https://api.example.org/v1, llm.example.net\nhttp://127.0.0.1:11434/v1 api.example.org'),
  ).toEqual({
    origins: ['https://api.example.org', 'https://llm.example.net', 'http://127.0.0.1:11434'],
    wrong: undefined,
  });
});

test('what is no address is named', () => {
  expect(parseOrigins('https://api.example.org ftp://files.example.org').wrong).toBe('ftp://files.example.org');
  expect(parseOrigins('https://').wrong).toBe('https://');
});

test('nothing is no origin', () => {
  expect(parseOrigins(' ')).toEqual({ origins: [], wrong: undefined });
});
