import {
  searchReportSchema,
  type ChatModel,
  type CitedAnswer,
  type JsonValue,
  type Language,
  type SearchReport,
  type WrittenSentence,
} from '@jacquard/node-kit';
import { quotationsText, sentenceText, unwrittenText, writtenHead } from './answer-text.ts';
import { asksForTotal, countRows } from './count-rows.ts';
import { decide } from './decide.ts';
import { quote } from './quote.ts';
import { readPassages, type GivenPassage } from './read-passages.ts';
import { readQuestion } from './read-question.ts';
import type { WordReader } from './word-reader.ts';
import { writeAnswer } from './write-answer.ts';

/** What an answer is made from; see the node's ports. */
export interface AnswerTask {
  readonly question: string;
  readonly passages: readonly GivenPassage[];
  readonly report?: JsonValue | undefined;
  readonly model?: ChatModel | undefined;
  readonly wording?: 'automatic' | 'quotations' | 'model' | undefined;
  readonly language?: 'automatic' | Language | undefined;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly reader: WordReader;
}

/** An answer as text and as data. */
export interface FullAnswer {
  readonly text: string;
  readonly answer: CitedAnswer;
}

/** A piece of the answer as it comes: of its text, and the answer as far as it has come. */
export interface AnswerPiece {
  readonly delta: string;
  readonly answer: CitedAnswer;
}

/**
 * Answers a question from passages, yielding the text piece by piece: first the quotations, then a model's sentences. When
 * the model fails, the quotations stand alone. Throws only when `signal` is aborted.
 */
export async function* answerQuestion(task: AnswerTask): AsyncGenerator<AnswerPiece, FullAnswer, void> {
  const quoted = quoteAnswer(task);
  const unwritten = whyUnwritten(task, quoted);
  const answer: CitedAnswer = { ...quoted, ...(unwritten && { unwritten }) };
  const note = unwrittenText(answer);
  const head = [quotationsText(answer), ...(note === undefined ? [] : [note])].join('\n\n');
  yield { delta: head, answer };
  if (!task.model || unwritten) return { text: head, answer };
  return yield* written(task, task.model, answer, head);
}

/** The answer without a model. */
export function quoteAnswer({
  question,
  passages,
  report,
  language,
  reader,
}: Omit<AnswerTask, 'seed' | 'signal'>): CitedAnswer {
  const searched = reportOf(report);
  const asked = readQuestion(question, searched, reader);
  const read = readPassages(passages, asked.language, reader);
  const decision = decide(asked, read, searched);
  const isOverTable = asksForTotal(question);
  const quotations = quote(decision, isOverTable);
  const rows = isOverTable && quotations.length > 0 ? countRows(read, decision.scores[0]) : undefined;
  return {
    outcome: quotations.length === 0 ? 'not-found' : decision.outcome,
    quotations,
    ...(rows && { rows }),
    ...(searched && { searched }),
    language: languageOf(language, asked.language),
  };
}

/** A report that isn't one (made by hand) is no reason to fail: the passages stand without it. */
function reportOf(report: JsonValue | undefined): SearchReport | undefined {
  return searchReportSchema.safeParse(report).data;
}

/** English for readers of other languages than the two that we speak. */
function languageOf(chosen: AnswerTask['language'], asked: string): Language {
  if (chosen === 'en' || chosen === 'fr') return chosen;
  return asked === 'fr' ? 'fr' : 'en';
}

function whyUnwritten({ model, wording }: AnswerTask, { outcome, language }: CitedAnswer): CitedAnswer['unwritten'] {
  if (!model) return undefined;
  if (outcome === 'not-found') return 'not-found';
  if (wording === 'quotations') return 'asked-quotations';
  if (wording !== 'model' && outcome === 'partly') return 'asked-quotations';
  const known = model.capabilities.languages;
  return known && !known.includes(language) ? 'language' : undefined;
}

async function* written(
  { question, reader, seed, signal }: AnswerTask,
  model: ChatModel,
  answer: CitedAnswer,
  head: string,
): AsyncGenerator<AnswerPiece, FullAnswer, void> {
  const { quotations, language } = answer;
  const sentences: WrittenSentence[] = [];
  const from = quotations.map(({ number }) => number);
  let text = head;
  const withWritten = (): CitedAnswer => ({
    ...answer,
    written: { model: model.name, sentences: [...sentences], from },
  });
  const asked = answer.searched?.usesHistory === true ? answer.searched.query : question;
  const task = { model, question: asked, quotations, language, reader, seed, signal };
  try {
    for await (const sentence of writeAnswer(task)) {
      const lead = sentences.length === 0 ? `\n\n${writtenHead(model.name, from, language)}\n` : ' ';
      const piece = `${lead}${sentenceText(sentence, language)}`;
      sentences.push(sentence);
      text += piece;
      yield { delta: piece, answer: withWritten() };
    }
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Error)) throw error;
    return failed(answer, head);
  }
  signal.throwIfAborted();
  if (sentences.length === 0) return failed(answer, head);
  return { text, answer: withWritten() };
}

/** What had been written until then is dropped: half an answer may say the opposite. */
function failed(quoted: CitedAnswer, head: string): FullAnswer {
  const answer: CitedAnswer = { ...quoted, unwritten: 'failed' };
  return { text: [head, unwrittenText(answer) ?? ''].join('\n\n'), answer };
}
