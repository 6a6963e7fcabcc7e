import { Problem } from '@jacquard/flow';
import type {
  ChatChunk,
  ChatModel,
  EmbeddingsModel,
  KnowledgeBase,
  ModelPrices,
  Ports,
  StepPause,
  StepYield,
} from '@jacquard/node-kit';
import { bindChatModel } from './bind-chat-model.ts';
import { endStep, failStep, giveUpStep } from './end-step.ts';
import { componentNodes } from './components.ts';
import { takeChunk, type OpenModelCall } from './open-model-call.ts';
import { noteScores } from './note-scores.ts';
import { endModelCall, openModelCall } from './record-model-call.ts';
import { isCurrent, type Run } from './run.ts';
import type { StepRun } from './step-run.ts';
import { addEnergy, hearerOf, bindEmbeddings, bindKnowledge } from './meter-energy.ts';
import { pauseStep } from './pause-step.ts';
import { createStepContext, signalOf } from './step-context.ts';
import { noteWait } from './step-waits.ts';
import { storedItem, traceStep } from './trace-step.ts';

type Yields = AsyncGenerator<StepYield<Ports>, Readonly<Record<string, unknown>>, void>;

/** Runs the node's code once. Its `step-start` is durable. */
export function attemptStep(run: Run, step: StepRun): void {
  if (step.isOver) return;
  step.startedAt = run.now();
  const { timeout } = step.node;
  if (timeout !== undefined) {
    const problem = new Problem(
      'step-timed-out',
      { seconds: timeout / 1000 },
      { kind: 'operational', node: step.node.id },
    );
    step.timer = setTimeout(() => giveUpStep(run, step, problem), timeout);
  }
  if (step.node.scope !== undefined) return; // its inner steps run
  if (step.node.components.length === 0) runCode(run, step, {});
  else void buildAndRun(run, step);
}

async function buildAndRun(run: Run, step: StepRun): Promise<void> {
  const { turn } = step;
  try {
    const components = await run.components.build(step.node.components, signalOf(step), step.path);
    if (isCurrent(step, turn)) runCode(run, step, bindComponents(run, step, components));
  } catch (error) {
    if (isCurrent(step, turn)) failStep(run, step, error);
  }
}

function runCode(run: Run, step: StepRun, components: Readonly<Record<string, unknown>>): void {
  const { turn } = step;
  const { step: code } = step.node.definition;
  try {
    const result = code?.run(createStepContext(run, step, components));
    const work = result !== undefined && Symbol.asyncIterator in result ? drain(run, step, result) : result;
    step.work = Promise.resolve(work).then(
      (outputs) => (isCurrent(step, turn) ? endStep(run, step, outputs) : undefined),
      (error: unknown) => (isCurrent(step, turn) ? failStep(run, step, error) : undefined),
    );
  } catch (error) {
    failStep(run, step, error);
  }
}

/** Takes what a node yields until it returns its outputs, or is given up. */
async function drain(run: Run, step: StepRun, yields: Yields): Promise<Readonly<Record<string, unknown>>> {
  const { turn } = step;
  for (;;) {
    const item = await yields.next();
    if (!isCurrent(step, turn)) {
      await yields.return({});
      return {};
    }
    if (item.done === true) return item.value;
    if ('pause' in item.value) {
      pauseStep(run, step, item.value);
      await yields.return({});
      return {};
    }
    take(run, step, item.value);
  }
}

function take(run: Run, step: StepRun, item: Exclude<StepYield<Ports>, StepPause>): void {
  if ('delta' in item) {
    run.stream.push(step, item.port, item.delta);
    forwardText(run, step, item.port, item.delta);
    return;
  }
  const { runId } = run.request;
  const of = { step: step.path, node: step.node.id, attempt: step.attempt };
  if ('progress' in item) {
    run.options.listener?.transient(runId, { type: 'step-progress', runId, ...of, ...item.progress });
    return;
  }
  traceStep(run, step, storedItem(run, item.trace));
}

/**
 * What a step inside a sub-flow writes is what the sub-flow writes, where an output shows it as it is. Not from a second
 * attempt on: what the first has drawn there stays until the value is final.
 */
function forwardText(run: Run, step: StepRun, port: string, piece: string): void {
  const { frame, node, attempt } = step;
  if (frame.scope === undefined || frame.plan.kind !== 'sub-flow' || attempt > 1) return;
  const scope = run.active.get(frame.scope.frame.prefix + frame.scope.node.id);
  if (scope === undefined) return;
  for (const { name, binding } of frame.plan.outputs) {
    if (binding.how !== 'source' || binding.up > 0 || binding.convert !== undefined) continue;
    if (binding.index !== node.index || binding.port !== port) continue;
    run.stream.push(scope, name, piece);
    forwardText(run, scope, name, piece);
  }
}

function bindComponents(
  run: Run,
  step: StepRun,
  components: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const bound: Record<string, unknown> = {};
  for (const [port, component] of Object.entries(components)) {
    const declared = step.node.descriptor.inputs[port]?.kind;
    const nodes = componentNodes(step.node.components, port);
    if (declared?.kind === 'list') {
      const items: readonly unknown[] = Array.isArray(component) ? component : [component];
      bound[port] = items.map((item, place) => bindComponent(run, step, declared.of.kind, item, nodes[place]));
    } else {
      bound[port] = bindComponent(run, step, declared?.kind, component, nodes[0]);
    }
  }
  return bound;
}

function bindComponent(
  run: Run,
  step: StepRun,
  kind: string | undefined,
  component: unknown,
  node: string | undefined,
): unknown {
  // boundary: the port's kind says what it is
  if (kind === 'chat-model') return bindModel(run, step, component as ChatModel, node);
  if (kind === 'embeddings') return bindEmbeddings(run, step, component as EmbeddingsModel); // boundary: likewise
  return kind === 'knowledge-base' ? bindKnowledge(run, step, component as KnowledgeBase) : component; // boundary: likewise
}

function bindModel(run: Run, step: StepRun, model: ChatModel, component: string | undefined): unknown {
  let begun = 0;
  return bindChatModel(model, {
    runId: run.request.runId,
    signal: () => signalOf(step),
    seed: step.seed ?? 0,
    priority: step.path.includes('[') ? 'batch' : 'person',
    sent: (prompt, options) => {
      if (begun === 0) begun = run.now();
      step.usage = { ...step.usage, modelCalls: (step.usage?.modelCalls ?? 0) + 1 };
      run.usage.modelCalls = (run.usage.modelCalls ?? 0) + 1;
      const call = openModelCall(run, step, { model, component }, prompt, options);
      noteWait(run, step, call, { for: 'answer' });
      return call;
    },
    used: hearerOf(run, step),
    scored: (messages, scores) => noteScores(run, step, { model, component }, messages, scores),
    waits: (wait, call) => noteWait(run, step, call, wait),
    received: (chunk, call) => {
      if (chunk.text !== '' && call.timeToFirstToken === undefined) noteWait(run, step, call, { for: 'end' });
      takeChunk(call, chunk, run.now());
      meter(run, step, chunk, begun, model.prices);
      holdTokens(run, step, chunk, call);
    },
    ended: (call, ending, error) => {
      noteWait(run, step, call, undefined);
      endModelCall(run, step, call, ending, error);
    },
  });
}

function meter(run: Run, step: StepRun, chunk: ChatChunk, begun: number, prices: ModelPrices | undefined): void {
  if (step.isOver) throw signalOf(step).reason;
  const usage = (step.usage ??= {});
  if (usage.timeToFirstToken === undefined && chunk.text !== '') usage.timeToFirstToken = run.now() - begun;
  if (chunk.usage === undefined) return;
  const { inputTokens = 0, outputTokens = 0 } = chunk.usage;
  for (const sum of [usage, run.usage]) {
    sum.inputTokens = (sum.inputTokens ?? 0) + inputTokens;
    sum.outputTokens = (sum.outputTokens ?? 0) + outputTokens;
    if (prices) sum.cost = (sum.cost ?? 0) + costOf(inputTokens, outputTokens, prices);
    addEnergy(sum, chunk.usage);
  }
}

/** In US dollars. */
function costOf(inputTokens: number, outputTokens: number, { input, output }: ModelPrices): number {
  return (inputTokens * input + outputTokens * output) / 1_000_000;
}

/** Ends the run in the middle of an answer, and also when a provider tells of no usage. */
function holdTokens(run: Run, step: StepRun, { text, usage }: ChatChunk, call: OpenModelCall): void {
  const fresh = usage === undefined ? Number(text !== '') : -call.pieces;
  call.pieces += fresh;
  run.unreported += fresh;
  const tokens = (run.usage.inputTokens ?? 0) + (run.usage.outputTokens ?? 0) + run.unreported;
  if (tokens > run.limits.tokens)
    run.fail(new Problem('limit-tokens', { limit: run.limits.tokens }, { node: step.node.id }));
}
