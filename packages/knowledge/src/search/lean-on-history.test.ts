import { loadLanguageTools } from '@jacquard/node-kit';
import { expect, test } from 'vitest';
import { leanOnHistory } from './lean-on-history.ts';

const tools = await loadLanguageTools();
const english = [
  { role: 'user', content: 'How much is a library card for adults?' },
  { role: 'assistant', content: 'A card costs 12 euros a year.' },
];
const french = [
  { role: 'user', content: 'Combien coûte un abonnement annuel ?' },
  { role: 'assistant', content: 'Il coûte 12 euros.' },
];

test.each([
  'And for children?',
  'What about students',
  'Why?',
  'How long do they last?',
  'Is it renewed automatically?',
  'for children?',
  'On Sundays?',
  'Can I pay for it in cash?',
])('"%s" leans on the last question', (message) => {
  expect(leanOnHistory(message, english, tools, ['en'])).toEqual({
    query: `How much is a library card for adults? ${message}`,
    usesHistory: true,
  });
});

test.each([
  'et pour les enfants ?',
  'Et le dimanche',
  'pourquoi ?',
  'Combien de temps durent-ils ?',
  'Est-ce que ceux-ci sont renouvelés ?',
  'pour les étudiants ?',
  'Et si je suis étudiant ?',
  'Combien ça coûte ?',
])('"%s" tient à la dernière question', (message) => {
  expect(leanOnHistory(message, french, tools, ['fr'])).toEqual({
    query: `Combien coûte un abonnement annuel ? ${message}`,
    usesHistory: true,
  });
});

test.each([
  'What are the opening hours?',
  'How many books can I borrow?',
  'opening hours',
  'What time is it open until on Sundays?',
  'Is it possible to reserve a room?',
  'How long does it take to get a card?',
  'Are there computers in the library?',
  'For how many weeks can I borrow a film?',
  'Quels sont les horaires ?',
  'Combien de livres puis-je emprunter ?',
  'horaires',
  'Faut-il une pièce d’identité ?',
  'Y a-t-il des ordinateurs ?',
  'Il faut combien de temps pour obtenir une carte ?',
  'Pour combien de semaines peut-on emprunter un film ?',
  'La bibliothèque est-elle ouverte le dimanche ?',
])('"%s" stands alone', (message) => {
  expect(leanOnHistory(message, [...english, ...french], tools, ['en', 'fr'])).toEqual({
    query: message,
    usesHistory: false,
  });
});

test('a chain of leaning questions reaches back to the one that stands alone', () => {
  const history = [...english, { role: 'user', content: 'And for children?' }, { role: 'assistant', content: 'Free.' }];
  expect(leanOnHistory('And for students?', history, tools, ['en']).query).toBe(
    'How much is a library card for adults? And for children? And for students?',
  );
});

test('without a question before, or with itself as the last one, a message is searched as it is', () => {
  expect(leanOnHistory('And for children?', [], tools, ['en']).usesHistory).toBe(false);
  expect(leanOnHistory('Why?', [{ role: 'user', content: 'Why?' }], tools, ['en']).usesHistory).toBe(false);
  expect(leanOnHistory('Why?', [{ role: 'assistant', content: 'Hello' }], tools, ['en']).usesHistory).toBe(false);
});
