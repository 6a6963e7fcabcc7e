import { expect, test } from 'vitest';
import { portName } from './port-name.ts';
import { renderTemplate, templateVariables } from './template.ts';

test('variables come once each, in the order of the text', () => {
  expect(templateVariables('{{b}} {{ a }} {{b}} {c} {{d-e_1}}')).toEqual(['b', 'a', 'd-e_1']);
});

test('a variable may have accents; its port has none', () => {
  expect(templateVariables('Un {{thème}}')).toEqual(['theme']);
  expect(renderTemplate('Un {{thème}}', { theme: 'air' })).toBe('Un air');
});

test('values are put in as they are, never as templates', () => {
  expect(renderTemplate('{{a}} {{b}}', { a: '{{b}}', b: '$&' })).toBe('{{b}} $&');
  expect(renderTemplate('{{a}}', { a: { x: 1 } })).toBe('{\n  "x": 1\n}');
  expect(renderTemplate('[{{a}}]', {})).toBe('[]');
});

test('names that every object has are no values', () => {
  expect(renderTemplate('[{{constructor}}{{__proto__}}]', {})).toBe('[]');
  expect(templateVariables('{{__proto__}}')).toEqual(['_']);
});

test.each([
  ['Très bien !', 'Tres-bien'],
  ['2 things', '_2-things'],
  ['', '_'],
  ['__proto__', '_'],
  ['a_b-c', 'a_b-c'],
  ['答え', 'u7b54u3048'],
])('portName(%j) is %j', (text, name) => {
  expect(portName(text)).toBe(name);
});

test('a hostile text takes linear time', () => {
  const open = '{{'.repeat(100_000) + ' '.repeat(100_000);
  expect(templateVariables(open)).toEqual([]);
});
