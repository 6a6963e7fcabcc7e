import { applyOverrides, flowInterface, Problem } from '@jacquard/flow';
import type { Descriptors, FlowDocument, FlowInterface, JsonValue } from '@jacquard/flow';
import type { RunHandle, SpaceRuntime } from '@jacquard/runtime';
import { buildWithProgress } from '../build-with-progress.ts';
import type { CommandOptions } from '../command.ts';
import type { FlowFile } from '../read-flow-file.ts';
import type { Terminal } from '../terminal.ts';
import { readOverrides } from './read-inputs.ts';

/** A flow that can be run at once, as often as wanted. */
export interface ReadyFlow {
  readonly document: FlowDocument;
  readonly descriptors: Descriptors;
  readonly interface: FlowInterface;
  readonly main: SpaceRuntime;
  /** Aborted when the person stops the command. */
  readonly signal: AbortSignal;
  start(inputs: Readonly<Record<string, JsonValue>>): Promise<RunHandle>;
}

/** A checked flow, with what the person overrides. Throws what `applyOverrides` throws. */
export async function readyFlow(
  file: FlowFile,
  document: FlowDocument,
  given: CommandOptions,
  signal: AbortSignal,
): Promise<ReadyFlow> {
  const { main, descriptors } = file.runtime;
  const own = flowInterface(document, descriptors);
  const overridden = applyOverrides(document, descriptors, await readOverrides(given.override, own, main));
  return {
    document: overridden,
    descriptors,
    interface: own,
    main,
    signal,
    start: (inputs) =>
      main.runs.start({
        flowId: file.id,
        document: overridden,
        inputs,
        reuse: overridden.reuse === 'all' ? 'editor' : 'pure',
        by: 'command-line',
      }),
  };
}

/** Builds what is missing of the knowledge bases that a flow names. What can't be built is the run's to say, in its own answer. */
export async function buildKnowledge(terminal: Terminal, { main, document, signal }: ReadyFlow): Promise<void> {
  for (const id of await main.flows.knowledgeOf(document)) {
    await buildWithProgress(terminal, main.knowledge, id, { signal }).catch((error: unknown) => {
      if (!signal.aborted && !Problem.is(error)) throw error;
    });
  }
}
