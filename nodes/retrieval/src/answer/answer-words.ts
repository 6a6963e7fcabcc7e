import type { Language, SentenceDoubt } from '@jacquard/node-kit';

type Doubts = Readonly<Record<SentenceDoubt['kind'], Readonly<Record<SentenceDoubt['change'], string>>>>;

/** The words around quotations, for readers of the plain text (API, command line). */
export interface AnswerWords {
  readonly notFound: string;
  readonly noQuestion: string;
  readonly partly: string;
  searched(figures: {
    readonly documents: number;
    readonly passages: number;
    readonly base: string | undefined;
    readonly query: string;
  }): string;
  nowhere(words: readonly string[]): string;
  writtenBy(model: string, sources: readonly number[]): string;
  readonly failed: string;
  readonly language: string;
  rows(read: number, total: number): string;
  place(parts: { readonly page: number | undefined; readonly row: number | undefined }): string;
  readonly check: string;
  readonly doubts: Doubts;
  quoted(text: string): string;
}

const and = (language: Language, numbers: readonly number[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(numbers.map(String));
const figure = (language: Language, value: number): string => new Intl.NumberFormat(language).format(value);

const english: AnswerWords = {
  notFound: 'Not in your documents.',
  noQuestion: 'There was no question to look for.',
  partly: 'Your documents may not answer this. What comes nearest:',
  searched: ({ documents, passages, base, query }) =>
    `Searched: ${figure('en', passages)} ${passages === 1 ? 'passage' : 'passages'} of ${figure('en', documents)} ${documents === 1 ? 'document' : 'documents'}${base === undefined ? '' : ` in “${base}”`}, for “${query}”.`,
  nowhere: (words) => `In no document: ${words.join(', ')}.`,
  writtenBy: (model, sources) => `Written by ${model} from ${and('en', sources)}:`,
  failed: 'The model could not write; the quotations are complete without it.',
  language: 'The model doesn’t know the language of the question; the quotations are complete without it.',
  rows: (read, total) =>
    `Read ${figure('en', read)} of ${figure('en', total)} rows of the table. No total was worked out.`,
  place: ({ page, row }) =>
    [page === undefined ? '' : `page ${page}`, row === undefined ? '' : `row ${row}`]
      .filter((part) => part !== '')
      .join(', '),
  check: 'check this',
  doubts: {
    number: { added: 'number not in the passages', lost: 'number left out' },
    date: { added: 'date or time not in the passages', lost: 'date or time left out' },
    name: { added: 'name not in the passages', lost: 'name left out' },
    negation: { added: 'the passages don’t deny this', lost: 'the passages deny this' },
    condition: { added: 'condition not in the passages', lost: 'condition left out' },
    unsupported: { added: 'not said in the passages', lost: 'left out' },
  },
  quoted: (text) => `“${text}”`,
};

const french: AnswerWords = {
  notFound: 'Pas dans vos documents.',
  noQuestion: 'Aucune question n’a été posée.',
  partly: 'Vos documents n’y répondent peut-être pas. Ce qui s’en approche le plus :',
  searched: ({ documents, passages, base, query }) =>
    `Recherche dans ${figure('fr', passages)} ${passages < 2 ? 'passage' : 'passages'} de ${figure('fr', documents)} ${documents < 2 ? 'document' : 'documents'}${base === undefined ? '' : ` (« ${base} »)`} : « ${query} ».`,
  nowhere: (words) => `Dans aucun document : ${words.join(', ')}.`,
  writtenBy: (model, sources) => `Rédigé par ${model} d’après ${and('fr', sources)} :`,
  failed: 'Le modèle n’a pas pu rédiger ; les citations sont complètes sans lui.',
  language: 'Le modèle ne connaît pas la langue de la question ; les citations sont complètes sans lui.',
  rows: (read, total) =>
    `${figure('fr', read)} lignes lues sur ${figure('fr', total)} du tableau. Aucun total n’a été calculé.`,
  place: ({ page, row }) =>
    [page === undefined ? '' : `page ${page}`, row === undefined ? '' : `ligne ${row}`]
      .filter((part) => part !== '')
      .join(', '),
  check: 'à vérifier',
  doubts: {
    number: { added: 'nombre absent des passages', lost: 'nombre omis' },
    date: { added: 'date ou heure absente des passages', lost: 'date ou heure omise' },
    name: { added: 'nom absent des passages', lost: 'nom omis' },
    negation: { added: 'les passages ne le nient pas', lost: 'les passages le nient' },
    condition: { added: 'condition absente des passages', lost: 'condition omise' },
    unsupported: { added: 'les passages ne le disent pas', lost: 'omis' },
  },
  quoted: (text) => `« ${text} »`,
};

/** The words around quotations in a language. */
export function answerWords(language: Language): AnswerWords {
  return language === 'fr' ? french : english;
}
