import { assertionKind, type Assertion } from '@jacquard/flow';
import { fieldText, textOf } from './edit-test.ts';

const longest = 120;

/** What an assertion compares with, on one line. */
export function saidText(assertion: Assertion | undefined): string {
  if (assertion === undefined) return '';
  const kind = assertionKind(assertion);
  if (kind === 'absent' || kind === 'schema') return '';
  const said = wordsOf(assertion, kind).replaceAll(/\s+/gu, ' ');
  return said.length > longest ? `${said.slice(0, longest)}…` : said;
}

function wordsOf(assertion: Assertion, kind: Exclude<ReturnType<typeof assertionKind>, 'absent' | 'schema'>): string {
  if (kind === 'equals') return fieldText(assertion.equals);
  if (kind === 'contains' || kind === 'similar' || kind === 'judged') return textOf(assertion[kind]);
  const value = assertion[kind];
  return typeof value === 'object' ? `{${value.column}}` : String(value ?? '');
}
