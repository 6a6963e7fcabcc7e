import type { CitedAnswer, Quotation, WrittenSentence } from '@jacquard/node-kit';
import { answerWords, type AnswerWords } from './answer-words.ts';

/** All of an answer but what a model wrote, as plain text with `[n]`: complete without a model. */
export function quotationsText(answer: CitedAnswer): string {
  const words = answerWords(answer.language);
  const parts = answer.outcome === 'not-found' ? notFound(answer, words) : found(answer, words);
  return parts.join('\n\n');
}

function found({ outcome, quotations, rows }: CitedAnswer, words: AnswerWords): string[] {
  return [
    ...(outcome === 'partly' ? [words.partly] : []),
    ...quotations.map((quotation) => quotationText(quotation, words)),
    ...(rows ? [words.rows(rows.read, rows.total)] : []),
  ];
}

function quotationText({ number, text, passage }: Quotation, words: AnswerWords): string {
  const { source, page, headings, table } = passage.metadata;
  const row = table && table.firstRow === table.lastRow ? table.firstRow : undefined;
  const place = [source, words.place({ page, row }), headings.at(-1) ?? ''].filter((part) => part !== '');
  return `${words.quoted(text)} [${number}]\n${place.join(', ')}`;
}

function notFound({ searched }: CitedAnswer, words: AnswerWords): string[] {
  if (!searched) return [words.notFound];
  if (searched.question.trim() === '') return [words.noQuestion];
  const { documents, passages, baseName, base, terms } = searched;
  const query = searched.query.length > 200 ? `${searched.query.slice(0, 200)}…` : searched.query;
  const nowhere = terms.filter((term) => term.passages === 0).map(({ word }) => word);
  return [
    words.notFound,
    [
      words.searched({ documents, passages, base: baseName ?? base, query }),
      ...(nowhere.length > 0 ? [words.nowhere(nowhere.slice(0, 10))] : []),
    ].join(' '),
  ];
}

/** What stands above a model's sentences. */
export function writtenHead(model: string, sources: readonly number[], language: CitedAnswer['language']): string {
  return answerWords(language).writtenBy(model, sources);
}

/** A model's sentence with its sources and what to check. */
export function sentenceText({ text, sources, doubts }: WrittenSentence, language: CitedAnswer['language']): string {
  const words = answerWords(language);
  const marks = sources.map((source) => `[${source}]`).join('');
  const differs = doubts.map((doubt) => `${words.doubts[doubt.kind][doubt.change]}: ${words.quoted(doubt.words)}`);
  const check = differs.length === 0 ? '' : ` (${words.check}: ${differs.join('; ')})`;
  const spaced = language === 'fr' ? check.replaceAll(': ', ' : ').replaceAll('; ', ' ; ') : check;
  return `${text}${marks === '' ? '' : ` ${marks}`}${spaced}`;
}

/** Why there is nothing of a model below quotations, where a reader should know. */
export function unwrittenText({ unwritten, language }: CitedAnswer): string | undefined {
  if (unwritten === 'failed') return answerWords(language).failed;
  return unwritten === 'language' ? answerWords(language).language : undefined;
}
