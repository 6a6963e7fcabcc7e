import { expect, test } from 'vitest';
import { expectedAnswer, targetWords } from './expected-answer.ts';

test.each([
  ['en', 'How much does a copy cost?', ['money']],
  ['en', 'How many seats are there?', ['number']],
  ['en', 'How much electricity is used?', ['number']],
  ['en', 'How long is a card valid?', ['duration', 'date', 'time']],
  ['en', 'What time does it close?', ['time']],
  ['en', 'In which year was it built?', ['year']],
  ['en', 'Who is in charge of the keys?', ['person']],
  ['en', 'Where is the lift?', ['place']],
  ['en', 'Why is it closed?', ['reason']],
  ['en', 'What is the phone number of the desk?', ['phone']],
  ['en', 'What is the cat called?', ['name']],
  ['en', 'What colour is the door?', ['colour']],
  ['en', 'And can I bring food when it rains?', ['yes-no']],
  ['en', 'What happens to old cards?', []],
  ['fr', 'Combien coûte une copie ?', ['money']],
  ['fr', 'Combien y a-t-il de places ?', ['number']],
  ['fr', 'Combien de temps la carte est-elle valable ?', ['duration', 'date', 'time']],
  ['fr', 'À quelle heure ferme-t-elle ?', ['time']],
  ['fr', 'En quelle année a-t-elle ouvert ?', ['year']],
  ['fr', 'Qui décide quand il pleut ?', ['person']],
  ['fr', 'Où se trouve l’ascenseur ?', ['place']],
  ['fr', 'Pourquoi est-ce fermé ?', ['reason']],
  ['fr', 'Comment s’appelle le chat ?', ['name']],
  ['fr', 'Puis-je quand même venir ?', ['yes-no']],
  ['fr', 'Le prêt est-il payant ?', ['yes-no']],
  ['fr', 'Que faut-il apporter ?', []],
] as const)('%s: %s', (language, question, kinds) => {
  expect(expectedAnswer(question, language)).toEqual(kinds);
});

test('what is counted and what is chosen among is found', () => {
  expect(targetWords('How many blue seats are there?', 'en').counted).toContain('seats');
  expect(targetWords('Combien d’heures ?', 'fr').counted).toContain('heures');
  expect(targetWords('Which newspaper is kept?', 'en').chosen).toContain('newspaper');
  expect(targetWords('What is kept?', 'en').chosen).toEqual([]);
  expect(targetWords('À quel étage ?', 'fr').chosen).toContain('etage');
});

test('a question of 50,000 characters is read at its beginning alone', () => {
  expect(expectedAnswer(`Where is it? ${'and so on '.repeat(5_000)}`, 'en')).toEqual(['place']);
});
