import type { JsonValue } from '@jacquard/flow';
import type { ExecutorOptions, KeptOutputs, RunRequest } from '../interfaces.ts';
import type { NodePlan } from '../plan/plan.ts';
import type { Frame, Values } from '../schedule/run-state.ts';
import { createKeptLookup } from './kept-lookup.ts';
import { messagesAsJson } from './messages-as-json.ts';
import { reuseKey, reuseSubject } from './reuse-key.ts';
import { createSampleRanks } from './sample-ranks.ts';
import type { StepRun } from './step-run.ts';

/** A pure step quicker than this, in milliseconds, is run again rather than looked up by callers that reuse pure steps alone. */
const worthwhile = 5;

/** What the desk says of a step that is about to start. */
export interface Consultation {
  readonly sample: number;
  /** Outputs of an earlier step, large values still as references. */
  readonly kept: KeptOutputs | undefined;
  /** The key to keep its outputs under. */
  readonly keyOf: StepRun['keyOf'];
}

/** Decides for one run which steps take kept values, and keeps new ones. */
export interface ReuseDesk {
  /** Whether a step of the node has to ask at all. */
  concerns(node: NodePlan, inputs: Values): boolean;
  consult(
    frame: Frame,
    node: NodePlan,
    recorded: Values,
    identities: Readonly<Record<string, JsonValue>>,
  ): Promise<Consultation>;
  keep(step: StepRun, outputs: Values, duration: number): void;
  recheck(): void;
  /** Resolves when all that was to be kept is. */
  settled(): Promise<void>;
}

export interface ReuseDeskOptions {
  readonly request: RunRequest;
  readonly executor: ExecutorOptions;
  /** The longest that a step of each type took in this process, in milliseconds. */
  readonly durations: Map<string, number>;
  /** Nodes that run afresh, whatever is kept. */
  readonly fresh: ReadonlySet<NodePlan>;
}

/** The desk of one run: its request says whether anything kept may be taken, and from whom. */
export function createReuseDesk({ request, executor, durations, fresh }: ReuseDeskOptions): ReuseDesk {
  const takesAll = request.reuse === 'editor' || (request.reuse === 'pure' && request.document.reuse === 'all');
  const ranks = createSampleRanks();
  const lookup = createKeptLookup(executor.values, request.runId);
  const session = conversationOf(request);

  const mayKeep = (node: NodePlan): boolean => {
    if (takesAll) return true;
    return request.reuse === 'pure' && isPure(node) && (durations.get(node.type) ?? worthwhile) >= worthwhile;
  };
  const mayTake = (node: NodePlan): boolean => {
    return mayKeep(node) && !fresh.has(node) && !(request.afresh === true && !isPure(node));
  };
  return {
    concerns: (node, inputs) => mayKeep(node) || (!isPure(node) && inputs['seed'] !== undefined),
    consult: async (frame, node, recorded, identities) => {
      const subject = reuseSubject(recorded, identities);
      const rank = isPure(node) ? 0 : ranks.take(frame, node, subject.components + subject.inputs);
      const sample = typeof rank === 'number' ? rank : await rank;
      if (!mayKeep(node)) return { sample, kept: undefined, keyOf: undefined };
      const keyIn = (place: JsonValue | undefined): string => reuseKey(node, subject, sample, place, executor.hash);
      const readsWorld = node.descriptor.determinism === 'external';
      const keys = session !== undefined && readsWorld ? [keyIn(session), keyIn(undefined)] : [keyIn(undefined)];
      const kept = mayTake(node) ? await lookup.find(keys) : undefined;
      return { sample, kept, keyOf: ({ hasReadSession }) => keyIn(hasReadSession ? (session ?? null) : undefined) };
    },
    keep: (step, outputs, duration) => {
      const { type } = step.node;
      if (duration > (durations.get(type) ?? -1)) durations.set(type, duration);
      if (step.keyOf !== undefined && (takesAll || duration >= worthwhile)) lookup.keep(step.keyOf(step), outputs);
    },
    recheck: () => ranks.recheck(),
    settled: () => lookup.settled(),
  };
}

function isPure(node: NodePlan): boolean {
  return node.descriptor.determinism === 'pure';
}

/** What a step that reads the conversation stands on besides its inputs: the place in the session, or what the caller told. */
function conversationOf({ session, history }: RunRequest): JsonValue | undefined {
  if (history !== undefined) return messagesAsJson(history);
  return session && { id: session.sessionId, after: session.parentMessageId ?? null };
}
