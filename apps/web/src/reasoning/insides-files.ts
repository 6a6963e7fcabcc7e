import { isReasoningItem, type StepView } from '@jacquard/protocol';
import type { Download } from '../values/download/download-menu.tsx';
import { toCsv } from '../values/download/to-csv.ts';
import type { TableData } from '../values/table/table-data.ts';
import type { InsidesView, StepInsides } from './use-step-insides.ts';

/** The files that can be saved of a step's insides: all items as they came, and what is drawn as a table. */
export function insidesFiles(
  step: Pick<StepView, 'trace' | 'attempt'>,
  insides: StepInsides,
  view: InsidesView | undefined,
): readonly Download[] {
  const items = (): string => {
    const own = step.trace.filter((item) => item.attempt === step.attempt && isReasoningItem(item));
    return JSON.stringify(
      own.map(({ form, at, data }) => ({ form, at: new Date(at).toISOString(), data })),
      null,
      2,
    );
  };
  const json: Download = { extension: 'json', text: items };
  if (view === undefined) return [json];
  return [{ extension: 'csv', text: () => toCsv(tableOf(insides, view)) }, json];
}

/** What a view draws, as a table. */
function tableOf(insides: StepInsides, view: InsidesView): TableData {
  switch (view) {
    case 'answers':
      return answersTable(insides);
    case 'thoughts':
      return thoughtsTable(insides);
    case 'trials':
      return trialsTable(insides);
    default:
      return candidatesTable(insides);
  }
}

function answersTable({ answers }: StepInsides): TableData {
  const groupOf = new Map<number, string>();
  for (const { answer, samples } of answers?.groups ?? []) for (const sample of samples) groupOf.set(sample, answer);
  return {
    columns: ['sample', 'counted_as', 'answer', 'failed', 'text'],
    rows: [...(answers?.samples.values() ?? [])].map(({ sample, answer, failed, text }) => ({
      sample: sample + 1,
      counted_as: groupOf.get(sample) ?? null,
      answer: answer ?? null,
      failed: failed ?? null,
      text,
    })),
  };
}

function thoughtsTable({ thoughts }: StepInsides): TableData {
  return {
    columns: ['id', 'parents', 'level', 'value', 'verdicts', 'state', 'operation', 'by', 'text'],
    rows: (thoughts?.list ?? []).map(({ id, parents, level, value, verdicts, state, operation, by, text }) => ({
      id,
      parents: parents.join(' '),
      level,
      value: value ?? null,
      verdicts: verdicts.join(' '),
      state,
      operation,
      by,
      text,
    })),
  };
}

function trialsTable({ trials = [] }: StepInsides): TableData {
  return {
    columns: ['trial', 'test', 'passed', 'message', 'text', 'reflection'],
    rows: trials.flatMap(({ trial, text = null, reflection, tests }): TableData['rows'] => {
      const rest = { trial, text, reflection: reflection?.text ?? null };
      if (tests.length === 0) return [{ ...rest, test: null, passed: null, message: null }];
      return tests.map(({ name, passed, message = null }) => ({ ...rest, test: name, passed, message }));
    }),
  };
}

function candidatesTable({ candidates }: StepInsides): TableData {
  return {
    columns: ['rank', 'id', 'round', 'train', 'held_out', 'score', 'chosen', 'text'],
    rows: (candidates?.ranked ?? []).map(({ id, round, train, heldOut, all, isChosen, text }, index) => ({
      rank: index + 1,
      id,
      round: round + 1,
      train: train?.value ?? null,
      held_out: heldOut?.value ?? null,
      score: all?.value ?? null,
      chosen: isChosen,
      text,
    })),
  };
}
