import type { JsonValue, ProblemData } from '@jacquard/flow';
import type { AssertionResult, CaseResult } from '@jacquard/protocol';
import { differenceOf } from './show-difference.ts';

type Sentence = (problem: Pick<ProblemData, 'code' | 'params'>) => string;

/** Why a case isn't as expected, as lines of text: a sentence each, with the difference below. Empty for one that passed. */
export function describeFailures({ error, prompt, assertions }: CaseResult, sentence: Sentence): readonly string[] {
  const lines: string[] = [];
  if (error !== undefined) lines.push(sentence(prompt === undefined ? error : withoutPrompts(error)));
  if (prompt !== undefined) lines.push(...shown(prompt.recorded, prompt.asked));
  for (const assertion of assertions) if (assertion.status === 'failed') lines.push(...describe(assertion, sentence));
  return lines;
}

/** Where both prompts are shown line by line, the sentence needn't quote them. */
function withoutPrompts({ code, params }: Pick<ProblemData, 'code' | 'params'>): Pick<ProblemData, 'code' | 'params'> {
  const { recorded: _recorded, asked: _asked, ...rest } = params;
  return { code, params: rest };
}

function describe(assertion: AssertionResult, sentence: Sentence): readonly string[] {
  const { kind, output, path = '', problem, expected, actual } = assertion;
  const place = output === undefined ? kind : `${output}${path}`;
  const why = problem === undefined ? kind : sentence(problem);
  const isCompared = (kind === 'equals' || kind === 'snapshot') && expected !== undefined;
  const values = isCompared ? shown(expected, actual ?? null) : actual === undefined ? [] : [`    ${excerpt(actual)}`];
  return [`${place}: ${why}`, ...values];
}

function shown(expected: JsonValue, actual: JsonValue): string[] {
  return differenceOf(expected, actual).map(({ mark, text }) => `  ${mark} ${text}`);
}

function excerpt(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
