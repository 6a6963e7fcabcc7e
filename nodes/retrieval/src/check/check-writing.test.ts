import { expect, test } from 'vitest';
import { checkWriting } from './check-writing.ts';

const passages = ['In 2023, 512 children began and 371 finished.'];
const question = 'How many children finished?';

test('each sentence is checked, and the last one is told what the whole leaves out', async () => {
  const checked = await checkWriting('Many children took part. In 2023, 512 children began.', { question, passages });
  expect(checked.map(({ text }) => text)).toEqual(['Many children took part.', 'In 2023, 512 children began.']);
  expect(checked.at(-1)?.doubts).toContainEqual({ kind: 'number', words: '371', change: 'lost' });
});

test('nothing is missing from an answer that answers', async () => {
  const [sentence] = await checkWriting('371 children finished.', { question, passages });
  expect(sentence?.doubts).toEqual([]);
});

test('a yes that a passage qualifies leaves something out', async () => {
  const [sentence] = await checkWriting('Yes.', {
    question: 'Can I take atlases home?',
    passages: ['Atlases can be read in the house, but not taken home.'],
  });
  expect(sentence?.doubts).not.toEqual([]);
});

test('a name is there however its title and its accents are written', async () => {
  const who = 'Who looks after the local history collection?';
  const staff = 'Priya Nair is the children’s librarian, and Dr Étienne Roche keeps the local history collection.';
  const check = (text: string) => checkWriting(text, { question: who, passages: [staff] });
  const [sentence] = await check(staff.replace('Dr', 'Dr.'));
  expect(sentence?.doubts).toEqual([]);
  const [other] = await check('Priya Nair is the children’s librarian.');
  expect(other?.doubts).toContainEqual({ kind: 'name', words: 'dr etienne roche', change: 'lost' });
});
