import type { NodeRegistry } from '@jacquard/executor';
import type { FlowInterface, FlowDocument, JsonValue } from '@jacquard/flow';
import type { EmbeddingsService, ModelService } from '@jacquard/node-kit';
import type { FlowTestStore, SessionStore, Space } from '@jacquard/stores';
import type { FlowDesk } from '../flow-desk.ts';
import type { LogLine } from '../log-line.ts';
import type { RunService } from '../run-service.ts';

type Values = Readonly<Record<string, JsonValue>>;

/** What tests of flows stand on in a space. */
export interface FlowTestSources {
  readonly space: Space;
  readonly store: FlowTestStore;
  readonly sessions: Pick<SessionStore, 'path'>;
  readonly flows: Pick<FlowDesk, 'get' | 'runnable' | 'check'>;
  readonly runs: Pick<RunService, 'start' | 'get' | 'events' | 'delete'>;
  readonly registry: NodeRegistry;
  /** Values of a run, those over 64 KiB in full. */
  load(runId: string, values: Values): Promise<Values>;
  /** Keeps the files in values of a run as long as the flow. */
  holdFiles(flowId: string, runId: string, values: JsonValue): Promise<void>;
  /** A file beside the flow, or one of its files by name, as a value. */
  findFile(flowId: string, file: string): Promise<JsonValue>;
  /** The bytes of such a file. */
  readFile(flowId: string, file: string): Promise<Uint8Array>;
  /** What goes into a flow and comes out, with the flows that it calls. */
  interfaceOf(document: FlowDocument): Promise<FlowInterface>;
  /** Models and embeddings that judge outputs. */
  readonly models: Pick<ModelService, 'chat'>;
  readonly embeddings: Pick<EmbeddingsService, 'open'>;
  readonly say: LogLine;
}
