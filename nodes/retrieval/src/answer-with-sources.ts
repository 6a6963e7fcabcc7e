import {
  asDocuments,
  asJson,
  choice,
  component,
  defineNode,
  json,
  loadLanguageTools,
  number,
  passages,
  text,
} from '@jacquard/node-kit';
import { answerQuestion } from './answer/answer-question.ts';
import { createWordReader } from './answer/word-reader.ts';

/** Answers from passages: quotations first, then what a model writes from them, marked where it differs. */
export const answerWithSources = defineNode({
  type: 'retrieval.answer-with-sources',
  version: 1,
  title: { en: 'Answer with sources', fr: 'Réponse avec sources' },
  summary: {
    en: 'Answers with quotations from your documents, and says so when they don’t answer.',
    fr: 'Répond par des citations de vos documents, et le dit quand ils ne répondent pas.',
  },
  documentation: {
    en: 'Quotations come first, cut from the passages exactly as they stand there; they are complete without a model. Whether your documents answer is decided by what was found, never by a model. A model, if one is wired and knows the language, writes below from the quotations: each of its sentences gets its sources from us, and a sentence is marked “check this”, with what differs, where its numbers, dates, names, negations or conditions are not those of the passages. No mark means that nothing was found to differ, not that the sentence is true. For a count or a total over a table it says how many rows were read. Wire passages and report from “Search (words and meaning)”. Hint: what documents say is never taken for an instruction.',
    fr: 'Les citations viennent d’abord, tirées des passages exactement telles qu’elles s’y trouvent ; elles se suffisent sans modèle. Ce qui a été trouvé décide si vos documents répondent, jamais un modèle. Un modèle, s’il est relié et connaît la langue, rédige dessous à partir des citations : nous donnons ses sources à chaque phrase, et une phrase est marquée « à vérifier », avec ce qui diffère, quand ses nombres, dates, noms, négations ou conditions ne sont pas ceux des passages. Sans marque, rien de différent n’a été trouvé ; la phrase n’en est pas vraie pour autant. Pour un compte ou un total sur un tableau, le nombre de lignes lues est dit. Reliez passages et rapport de « Recherche (mots et sens) ». Astuce : ce que disent les documents n’est jamais pris pour une consigne.',
  },
  keywords: {
    en: 'RAG cite citation quote sources grounded question',
    fr: 'RAG citer citation sources fiable question',
  },
  icon: 'message-square-quote',
  inputs: {
    model: component('chat-model', {
      help: {
        en: 'Writes below the quotations. Without one, there are quotations alone.',
        fr: 'Rédige sous les citations. Sans modèle, il n’y a que les citations.',
      },
      optional: true,
    }),
    question: text({ label: { en: 'Question', fr: 'Question' }, multiline: true }),
    passages: passages({ label: { en: 'Passages', fr: 'Passages' }, wireOnly: true }),
    report: json({
      label: { en: 'Report', fr: 'Rapport' },
      help: {
        en: 'Of the search: what was searched, and how rare each word is.',
        fr: 'De la recherche : ce qui a été cherché, et la rareté de chaque mot.',
      },
      wireOnly: true,
      optional: true,
    }),
    wording: choice(
      {
        automatic: { en: 'Automatic', fr: 'Automatique' },
        quotations: { en: 'Quotations only', fr: 'Citations seulement' },
        model: { en: 'Always write', fr: 'Toujours rédiger' },
      },
      {
        label: { en: 'Wording', fr: 'Rédaction' },
        help: {
          en: 'Automatic: the model writes where the quotations answer.',
          fr: 'Automatique : le modèle rédige là où les citations répondent.',
        },
        default: 'automatic',
        optional: true,
      },
    ),
    language: choice(
      {
        automatic: { en: 'That of the question', fr: 'Celle de la question' },
        en: { en: 'English', fr: 'Anglais' },
        fr: { en: 'French', fr: 'Français' },
      },
      { label: { en: 'Language', fr: 'Langue' }, default: 'automatic', optional: true, advanced: true },
    ),
    seed: number({ label: { en: 'Seed', fr: 'Graine' }, min: 0, integer: true, optional: true, advanced: true }),
  },
  outputs: {
    text: text({ label: { en: 'Answer', fr: 'Réponse' }, streams: true, main: true, cited: 'answer' }),
    answer: json({
      label: { en: 'Answer as data', fr: 'Réponse en données' },
      help: {
        en: 'Quotations with their places, sentences with their sources, what to check.',
        fr: 'Citations avec leurs emplacements, phrases avec leurs sources, ce qu’il faut vérifier.',
      },
    }),
    passages: passages({ label: { en: 'Cited passages', fr: 'Passages cités' } }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: ['It is cleaned on Fridays.'] },
      question: 'When is the loom cleaned?',
      passages: [{ pageContent: 'The loom is cleaned on Fridays.', metadata: { source: 'rules.md' } }],
    },
    outputs: {
      text: '“The loom is cleaned on Fridays.” [1]\nrules.md\n\nWritten by Fake from 1:\nIt is cleaned on Fridays. [1]',
    },
  },
  async *run({ inputs, seed, signal }) {
    signal.throwIfAborted();
    const reader = createWordReader(await loadLanguageTools());
    const answering = answerQuestion({ ...inputs, seed, signal, reader });
    for (;;) {
      const step = await answering.next();
      if (step.done === true) {
        const { text, answer } = step.value;
        const cited = new Set(answer.quotations.map(({ passage }) => passage));
        return { text, answer: asJson(answer), passages: asDocuments([...cited]) };
      }
      yield { port: 'text', delta: step.value.delta };
      yield { trace: { form: 'cited-answer', data: asJson(step.value.answer) } };
    }
  },
});
