import { expect, test } from 'vitest';
import { itemKindOf, kindFits } from './kind-fits.ts';
import { componentKindNames, plainKindNames, type Kind } from './kind.ts';

const dataNames = [...plainKindNames, 'choice', 'json'].filter((name) => name !== 'any') as Exclude<
  Kind['kind'],
  'list' | 'variable'
>[];
const of = (kind: Exclude<Kind['kind'], 'list' | 'variable'>): Kind => ({ kind });
const list = (item: Kind): Kind => ({ kind: 'list', of: item });
const T: Kind = { kind: 'variable', name: 'T' };

/** `=` the same, `~` converted, `.` refused. */
function mark(source: Kind, target: Kind): string {
  return { same: '=', converted: '~', refused: '.' }[kindFits(source, target).fit];
}

test('the table of which kind fits which', () => {
  const targets = dataNames.map(of);
  const table = dataNames.map((name) => `${targets.map((target) => mark(of(name), target)).join('')} ${name}`);
  //   text, number, boolean, table, documents, passages, messages, file, image, embedding, choice, json
  expect(table).toEqual([
    '=.....~...~. text',
    '~=.......... number',
    '~.=......... boolean',
    '~..=.......~ table',
    '~...=......~ documents',
    '~....=.....~ passages',
    '~.....=..... messages',
    '.......=.... file',
    '........=... image',
    '.........=.. embedding',
    '~.........=. choice',
    '~..........= json',
  ]);
});

test('any data fits any and a variable; any fits nothing else', () => {
  expect(
    dataNames.map((name) => mark(of(name), { kind: 'any' }) + mark(of(name), T)).every((both) => both === '=='),
  ).toBe(true);
  expect(dataNames.map((name) => mark({ kind: 'any' }, of(name))).join('')).toBe('.'.repeat(dataNames.length));
  expect(kindFits({ kind: 'any' }, of('text')).reason).toBe('kind-any-unknown');
});

test('a variable to which nothing is wired yet fits everything but components', () => {
  expect(mark(T, of('text'))).toBe('=');
  expect(mark(T, of('chat-model'))).toBe('.');
});

test('components fit their own kind only, or a list of it', () => {
  for (const name of componentKindNames) {
    expect(componentKindNames.map((other) => mark(of(name), of(other))).join('')).toBe(
      componentKindNames.map((other) => (other === name ? '=' : '.')).join(''),
    );
    expect(mark(of(name), { kind: 'any' }) + mark(of(name), T) + mark(of(name), of('text'))).toBe('...');
    expect(mark(of('text'), of(name))).toBe('.');
  }
  expect(mark(of('tool'), list(of('tool')))).toBe('=');
});

test('one item makes a list, a list never one item', () => {
  expect(mark(of('text'), list(of('text')))).toBe('~');
  expect(mark(of('number'), list(of('text')))).toBe('~');
  expect(mark(list(of('text')), of('text'))).toBe('.');
  expect(kindFits(list(of('text')), of('text')).reason).toBe('kind-list-to-text');
  expect(mark(list(of('number')), list(of('text')))).toBe('~');
  expect(mark(list(of('text')), list(of('number')))).toBe('.');
});

test('what is made of items goes item by item where JSON or anything is taken', () => {
  expect(mark(of('table'), list(of('json')))).toBe('~');
  expect(mark(of('documents'), list(T))).toBe('~');
  expect(itemKindOf(of('table'))).toEqual({ kind: 'json' });
  expect(itemKindOf({ kind: 'json', schema: { type: 'array', items: { type: 'string' } } })).toEqual({
    kind: 'json',
    schema: { type: 'string' },
  });
  expect(itemKindOf({ kind: 'json', schema: { type: 'object' } })).toBeUndefined();
});

test('a list of data is JSON; one of images is not', () => {
  expect(mark(list(of('text')), of('json'))).toBe('~');
  expect(mark(list(of('text')), { kind: 'json', schema: { type: 'array', items: { type: 'string' } } })).toBe('~');
  expect(mark(list(of('text')), { kind: 'json', schema: { type: 'object' } })).toBe('.');
  expect(mark(list(of('image')), of('json'))).toBe('.');
});

test('JSON fits when its schema lies within the wanted one', () => {
  const known: Kind = {
    kind: 'json',
    schema: { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] },
  };
  const wanted: Kind = { kind: 'json', schema: { type: 'object', properties: { a: { type: 'number' } } } };
  expect(mark(known, wanted)).toBe('=');
  expect(kindFits(wanted, known)).toMatchObject({
    fit: 'refused',
    reason: 'kind-json-schema',
    params: { place: '/a' },
  });
  expect(kindFits(of('json'), wanted).reason).toBe('kind-json-unknown');
});

test('a choice fits one that has all its options', () => {
  const small: Kind = { kind: 'choice', options: ['a'] };
  const large: Kind = { kind: 'choice', options: ['a', 'b'] };
  expect(mark(small, large)).toBe('=');
  expect(kindFits(large, small)).toMatchObject({ reason: 'kind-choice-options', params: { others: ['b'] } });
  expect(kindFits(of('text'), small).reason).toBe('kind-text-to-choice');
});

test('the reason of a refused text says what would be needed', () => {
  const targets: Kind[] = [of('number'), of('boolean'), of('json'), of('table')];
  expect(targets.map((target) => kindFits(of('text'), target).reason)).toEqual([
    'kind-text-to-number',
    'kind-text-to-boolean',
    'kind-text-to-json',
    'kind-text-to-table',
  ]);
});
