import type { AnyReasoningItem, TraceSource } from '@jacquard/flow';

/** What a check said of a trial. */
export interface TrialTest {
  readonly name: string;
  readonly passed: boolean;
  readonly message: string | undefined;
  readonly from: TraceSource | undefined;
  /** It passes, and didn't in the trial before. */
  readonly isFixed: boolean;
}

/** An attempt, its tests, and what was taken from it. */
export interface Trial {
  /** From 1. */
  readonly trial: number;
  readonly text: string | undefined;
  readonly from: TraceSource | undefined;
  /** In the order in which they were first told. */
  readonly tests: readonly TrialTest[];
  readonly passed: number;
  readonly reflection: { readonly text: string; readonly from: TraceSource | undefined } | undefined;
}

type Draft = Omit<Trial, 'tests' | 'passed'> & { readonly tests: Map<string, Omit<TrialTest, 'isFixed'>> };

/** The trials as they stand after these items, in order; undefined where no item tells of one. */
export function trialsOf(items: readonly AnyReasoningItem[]): readonly Trial[] | undefined {
  const drafts = new Map<number, Draft>();
  const draftOf = (trial: number): Draft =>
    drafts.get(trial) ?? { trial, text: undefined, from: undefined, reflection: undefined, tests: new Map() };
  for (const { form, data } of items) {
    if (form === 'trial') {
      drafts.set(data.trial, { ...draftOf(data.trial), text: data.text, from: data.from });
    } else if (form === 'reflection') {
      drafts.set(data.trial, { ...draftOf(data.trial), reflection: { text: data.text, from: data.from } });
    } else if (form === 'test-result') {
      const { trial, name, passed, message, from } = data;
      const draft = draftOf(trial);
      draft.tests.set(name, { name, passed, message, from });
      drafts.set(trial, draft);
    }
  }
  if (drafts.size === 0) return undefined;
  const ordered = [...drafts.values()].toSorted((a, b) => a.trial - b.trial);
  return ordered.map((draft, index) => finish(draft, ordered[index - 1]));
}

function finish(draft: Draft, before: Draft | undefined): Trial {
  const tests = [...draft.tests.values()].map((test) => ({
    ...test,
    isFixed: test.passed && before?.tests.get(test.name)?.passed === false,
  }));
  return { ...draft, tests, passed: tests.filter(({ passed }) => passed).length };
}
