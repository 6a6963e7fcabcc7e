import {
  accountOf,
  answersOf,
  candidatesOf,
  readInsides,
  thoughtsOf,
  trialsOf,
  type Account,
  type Answers,
  type Candidates,
  type StepView,
  type Thoughts,
  type TraceItem,
  type Trial,
} from '@jacquard/protocol';
import { useMemo } from 'react';
import { usePaced } from '../values/use-paced.ts';

/** All that can be shown of a step's strategy; each view is absent where the step has nothing for it. */
export interface StepInsides {
  readonly answers: Answers | undefined;
  readonly thoughts: Thoughts | undefined;
  readonly trials: readonly Trial[] | undefined;
  readonly candidates: Candidates | undefined;
  readonly account: Account | undefined;
  readonly calls: readonly TraceItem[];
  readonly unread: number;
}

/** The views of a strategy's insides, in the order in which they are offered. */
const insidesViews = ['answers', 'thoughts', 'trials', 'candidates'] as const;
export type InsidesView = (typeof insidesViews)[number];

/** Milliseconds between two drawings, however fast the items come. */
const pause = 120;

/** Reads a step's insides, anew as items come. */
export function useStepInsides(step: StepView): StepInsides {
  const { trace, attempt } = usePaced(step, pause);
  return useMemo(() => read(trace, attempt), [trace, attempt]);
}

/** The node, the inspector and the large view read the same items: they are put together once. */
const known = new WeakMap<StepView['trace'], { readonly attempt: number; readonly insides: StepInsides }>();

function read(trace: StepView['trace'], attempt: number): StepInsides {
  const before = known.get(trace);
  if (before?.attempt === attempt) return before.insides;
  const told = readInsides({ trace, attempt });
  const { items, calls, unread } = told;
  const insides = {
    answers: answersOf(items),
    thoughts: thoughtsOf(items),
    trials: trialsOf(items),
    candidates: candidatesOf(items),
    account: accountOf(told),
    calls,
    unread,
  };
  known.set(trace, { attempt, insides });
  return insides;
}

/** The views that there is something for. */
export function viewsOf(insides: StepInsides): readonly InsidesView[] {
  return insidesViews.filter((view) => insides[view] !== undefined);
}
