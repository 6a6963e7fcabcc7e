import type { RunRequest } from '@jacquard/executor';
import type { FlowDocument, JsonValue, Message } from '@jacquard/flow';
import type { RunStarter } from '@jacquard/protocol';
import type { NewRun } from '@jacquard/stores';

/** What is noted with a run as it begins: by which key its call is known again, where its end is told, which request and trace it is of. */
export type RunNotes = Pick<NewRun, 'key' | 'webhook' | 'requestId' | 'trace'>;

/** What a run is started with, once flow, right and consent are settled. */
export interface StartRun {
  readonly flowId: string;
  readonly document: FlowDocument;
  readonly inputs?: Readonly<Record<string, JsonValue>> | undefined;
  readonly sessionId?: string | undefined;
  /** Absent: the session's last message. `null`: the root. */
  readonly parentMessageId?: string | null | undefined;
  /** What was said before, from a caller who keeps the conversation: goes before the session's. */
  readonly history?: readonly Message[] | undefined;
  readonly target?: string | undefined;
  readonly from?: string | undefined;
  readonly afresh?: boolean | undefined;
  readonly by?: RunStarter | undefined;
  /** See `callerOf`. A session of somebody else's is as absent as none. */
  readonly caller?: string | undefined;
  /** The published version that runs. */
  readonly version?: number | undefined;
  /** See `RunRequest`: the flows that a published version was published with. */
  readonly flows?: RunRequest['flows'];
  /** See `RunRequest`; references and files among the given ones are those of the run `basis`. */
  readonly given?: RunRequest['given'];
  readonly pins?: RunRequest['pins'];
  /** The id of the run to go on from. */
  readonly basis?: string | undefined;
  readonly reuse: RunRequest['reuse'];
  readonly standIns?: RunRequest['standIns'];
  readonly notes?: RunNotes | undefined;
  /** Gives up waiting for the session's turn. A run that has begun goes on. */
  readonly signal?: AbortSignal | undefined;
}
