import { loadLanguageTools, type SentenceDoubt } from '@jacquard/node-kit';
import { describe, expect, test } from 'vitest';
import { createWordReader } from '../answer/word-reader.ts';
import { checkSentence } from './check-sentence.ts';

const reader = createWordReader(await loadLanguageTools());

function check(written: string, text: string, question = '', language = 'en'): SentenceDoubt[] {
  return checkSentence(written, { question, sources: [{ text, language }], language }, reader);
}
const kinds = (doubts: readonly SentenceDoubt[]): string[] => doubts.map(({ kind, change }) => `${kind} ${change}`);

const renewals = 'A loan can be renewed twice, unless another member has reserved the item.';
const limits = 'An adult may borrow 12 items at a time. Children up to 11 may borrow 8 items.';
const laptops = 'Laptops may be used at the long tables, but not in the armchairs.';

describe('figures', () => {
  test('one that no passage has', () => {
    expect(
      kinds(check('A loan can be renewed three times, unless another member has reserved the item.', renewals)),
    ).toEqual(['number added']);
    expect(kinds(check('It opens at 10:00.', 'It opens at 9:30.'))).toContain('date added');
  });
  test('swapped ones', () => {
    expect(kinds(check('An adult may borrow 8 items.', limits))).toContain('number added');
    expect(kinds(check('Children may borrow 12 items.', limits))).toContain('number added');
  });
  test('however they are written', () => {
    expect(check('It costs £0.75.', 'It costs 75 pence.')).toEqual([]);
    expect(check('An adult may borrow twelve items.', limits)).toEqual([]);
  });
  test('a bound or a range turned round, another unit', () => {
    expect(check('You can volunteer up to the age of 14.', 'You can volunteer from the age of 14.')).not.toEqual([]);
    expect(check('It is open from March to October.', 'It is open from October to March.')).not.toEqual([]);
    expect(check('It is lent for three months.', 'It is lent for three days.')).not.toEqual([]);
  });
});

describe('names', () => {
  const staff = 'Priya Nair is the children’s librarian, and Owen Blackett keeps the archive.';
  test('one that no passage has, and somebody else', () => {
    expect(kinds(check('Owen Miller keeps the archive.', staff))).toContain('name added');
    expect(kinds(check('Priya Nair keeps the archive.', staff))).toContain('name added');
    expect(check('Owen Blackett keeps the archive.', staff)).toEqual([]);
  });
});

describe('negations', () => {
  test('lost and added', () => {
    expect(kinds(check('Laptops may be used in the armchairs.', laptops))).toContain('negation lost');
    expect(kinds(check('Laptops may not be used at the long tables.', laptops))).toContain('negation added');
    expect(check('Laptops may not be used in the armchairs.', laptops)).toEqual([]);
  });
  test('in other words', () => {
    expect(check('You do not need a password.', 'The network needs no password.')).toEqual([]);
    expect(check('Vaping is forbidden in the garden.', 'Vaping is not allowed in the garden.')).toEqual([]);
  });
  test('a bare yes or no', () => {
    expect(check('Yes.', 'Vaping is not allowed in the garden.', 'May I vape in the garden?')).not.toEqual([]);
    expect(check('No.', 'Vaping is not allowed in the garden.', 'May I vape in the garden?')).toEqual([]);
  });
});

describe('conditions', () => {
  test('lost, and “unless” become “if”', () => {
    expect(kinds(check('A loan can be renewed twice.', renewals))).toEqual(['condition lost']);
    const turned = check('A loan can be renewed twice if another member has reserved the item.', renewals);
    expect(kinds(turned)).toEqual(expect.arrayContaining(['condition lost', 'condition added']));
    expect(check(renewals, renewals)).toEqual([]);
  });
  test('“only” may go when what it restricts stays', () => {
    const sundays = 'The library opens on Sundays from October to March only.';
    expect(check('The library opens on Sundays from October to March.', sundays)).toEqual([]);
    expect(kinds(check('The library opens on Sundays.', sundays))).toContain('condition lost');
  });
  test('a part taken for the whole, “any” that nobody said', () => {
    expect(check('Research is free.', 'The first half hour of research is free.')).not.toEqual([]);
    expect(check('You may borrow any film.', 'You may borrow films rated for your age.')).not.toEqual([]);
  });
});

describe('what no passage says', () => {
  test('words of its own, an echo of the question', () => {
    expect(kinds(check('The mayor wears a red hat.', 'The mayor hands out the medals.'))).toContain(
      'unsupported added',
    );
    expect(kinds(check('May I bring a dog?', 'Dogs are welcome.', 'May I bring a dog?'))).toEqual([
      'unsupported added',
    ]);
  });
  test('introductions don’t count', () => {
    expect(check('According to the text, an adult may borrow 12 items.', limits)).toEqual([]);
  });
});

describe('French', () => {
  const french = (written: string, text: string, question = ''): string[] =>
    kinds(check(written, text, question, 'fr'));
  const prêt = 'Un prêt peut être prolongé deux fois, sauf si le document est réservé par un autre lecteur.';
  test.each([
    ['Un prêt peut être prolongé trois fois, sauf si le document est réservé.', prêt, 'number added'],
    ['Un prêt peut être prolongé deux fois.', prêt, 'condition lost'],
    ['Un prêt peut être prolongé deux fois si le document est réservé par un autre lecteur.', prêt, 'condition lost'],
    ['On peut fumer dans la cour.', 'Il est interdit de fumer dans la cour.', 'negation lost'],
    ['Les billets sont remboursés.', 'Les billets ne sont pas remboursés.', 'negation lost'],
    [
      'Karim Benali dirige la bibliothèque.',
      'Hélène Vasseur dirige la bibliothèque. Karim Benali est son adjoint.',
      'name added',
    ],
    ['Elle ouvre le dimanche.', 'Elle n’ouvre le dimanche que de novembre à mars.', 'condition lost'],
  ])('%s', (written, text, doubt) => {
    expect(french(written, text)).toContain(doubt);
  });
  test.each([
    ['La carte est valable 12 mois.', 'La carte est valable douze mois.'],
    ['On ne peut pas fumer dans la cour.', 'Il est interdit de fumer dans la cour.'],
    ['Elle ouvre le dimanche seulement de novembre à mars.', 'Elle n’ouvre le dimanche que de novembre à mars.'],
    [prêt, prêt],
  ])('%s: nothing found', (written, text) => {
    expect(french(written, text)).toEqual([]);
  });
});
