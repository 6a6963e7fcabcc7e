import { readFileSync } from 'node:fs';
import { z } from 'zod';

const half = z.enum(['tune', 'count']);

const questionSchema = z.object({
  id: z.string(),
  half,
  type: z.enum(['answerable', 'unanswerable', 'follow-up']),
  question: z.string(),
  history: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })).optional(),
  /** Words of the passages that answer, any of which a cited passage must hold. */
  holds: z.array(z.string()).default([]),
  /** Ways to state the fact, any of which a model's sentence must have. */
  states: z.array(z.string()).default([]),
});
/** A question with what its answer must hold; none for one that the documents don't answer. */
export type BenchQuestion = z.infer<typeof questionSchema>;

const writtenSchema = z.object({
  id: z.string(),
  half,
  question: z.string(),
  passages: z.array(z.string()),
  answer: z.string(),
  verdict: z.enum(['right', 'wrong', 'reversed']),
});
/** An answer of the starter model, judged by hand. */
export type JudgedAnswer = z.infer<typeof writtenSchema>;

/** One half's items serve to tune the code, the other's to count. */
export type Half = z.infer<typeof half>;

/** The questions of a language, as they were written before the code that answers them. */
export function readQuestions(language: 'en' | 'fr'): BenchQuestion[] {
  return readLines(`questions.${language}.jsonl`).map((line) => questionSchema.parse(line));
}

/** Answers that the starter model wrote, with a verdict by hand. */
export function readJudgedAnswers(): JudgedAnswer[] {
  return readLines('written.jsonl').map((line) => writtenSchema.parse(line));
}

function readLines(name: string): unknown[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}
