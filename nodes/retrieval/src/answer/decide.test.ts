import { loadLanguageTools, type Passage, type SearchReport } from '@jacquard/node-kit';
import { fakePassage } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { decide } from './decide.ts';
import { readPassages } from './read-passages.ts';
import { readQuestion } from './read-question.ts';
import { createWordReader } from './word-reader.ts';

const reader = createWordReader(await loadLanguageTools());

function decideOn(question: string, texts: readonly (string | Passage)[], report?: Partial<SearchReport>) {
  const passages = texts.map((text, index) => (typeof text === 'string' ? fakePassage(`${index}.md`, text) : text));
  const searched = report && { ...blank, ...report };
  const asked = readQuestion(question, searched, reader);
  const { outcome, scores } = decide(asked, readPassages(passages, asked.language, reader), searched);
  return { outcome, best: scores[0]?.unit.text };
}

const blank: SearchReport = {
  question: '',
  query: '',
  usesHistory: false,
  language: 'en',
  mode: 'hybrid',
  documents: 2,
  passages: 20,
  languages: ['en'],
  terms: [],
  coverage: 0,
  meaningWeight: 0.5,
  meaning: 'used',
};

const museum = [
  'The museum opens at 10:00 and closes at 18:00. Guided tours start in the lobby and cost £4 a person.',
  'Bags larger than a rucksack stay in the cloakroom. Ada Brown looks after it.',
];

test.each([
  ['What time does the museum close?', 'The museum opens at 10:00 and closes at 18:00.'],
  ['How much is a guided tour?', 'Guided tours start in the lobby and cost £4 a person.'],
  ['Who is in charge of the cloakroom?', 'Ada Brown looks after it.'],
])('%s is answered', (question, sentence) => {
  expect(decideOn(question, museum)).toMatchObject({ outcome: 'answered', best: expect.stringContaining(sentence) });
});

test.each([
  ['How much does the cloakroom attendant earn?'],
  ['In which year was the museum founded?'],
  ['Who paints the lobby?'],
  ['What is the phone number of the museum?'],
  ['How many tours are there?'],
])('%s is not, though the words are there', (question) => {
  expect(decideOn(question, museum).outcome).toBe('not-found');
});

test.each([
  ['À quelle heure ferme le musée ?', 'answered'],
  ['Combien coûte une visite guidée ?', 'answered'],
  ['En quelle année le musée a-t-il été fondé ?', 'not-found'],
  ['Quel est le numéro de téléphone du musée ?', 'not-found'],
])('%s: %s', (question, outcome) => {
  const passages = ['Le musée ouvre à 10 h et ferme à 18 h. Une visite guidée coûte 4 € par personne.'].map((text) => {
    const passage = fakePassage('musee.md', text);
    return { ...passage, metadata: { ...passage.metadata, language: 'fr' } };
  });
  expect(decideOn(question, passages).outcome).toBe(outcome);
});

test('a name that the sentence doesn’t speak of is another’s fact', () => {
  const branches = ['The Northgate branch opened in 1974. The Southgate branch has 78 square metres.'];
  expect(decideOn('How many square metres has the Southgate branch?', branches).outcome).toBe('answered');
  expect(decideOn('How many square metres has the Northgate branch?', branches).outcome).toBe('not-found');
});

test('meaning decides where no word is shared, if it is near enough', () => {
  const near = fakePassage('a.md', 'Dogs wait outside.');
  const of = (meaning: number): Passage => ({
    ...near,
    metadata: { ...near.metadata, match: { strength: 'strong', score: 1, coverage: 0, meaning, rank: 1 } },
  });
  expect(decideOn('Are pets admitted?', [of(0.8)], {}).outcome).toBe('partly');
  expect(decideOn('Are pets admitted?', [of(0.3)], {}).outcome).toBe('not-found');
  expect(decideOn('Are pets admitted?', [of(0.8)], { meaning: 'language-unknown' }).outcome).toBe('not-found');
});

test('an empty question, and one of grammar alone, find nothing', () => {
  expect(decideOn('', museum).outcome).toBe('not-found');
  expect(decideOn('And what about it?', museum).outcome).toBe('not-found');
  expect(decideOn('What time does the museum close?', []).outcome).toBe('not-found');
});
