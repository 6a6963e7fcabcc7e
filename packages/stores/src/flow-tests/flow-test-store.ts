import type { JsonValue } from '@jacquard/flow';
import type { Space } from '../interfaces.ts';

/** A file of tests as it is kept: its text, which may be anything in a project folder, and the text of what was recorded for it. */
export interface StoredFlowTest {
  readonly id: string;
  /** The flow that it is for, as its text says; its id where the text can't be read. */
  readonly flowId: string;
  readonly text: string;
  readonly recorded: string | undefined;
  /** Changes with every save of either. */
  readonly revision: string;
}

/** The texts to keep. */
export interface FlowTestTexts {
  readonly text: string;
  readonly recorded: string | undefined;
}

/**
 * Tests of flows, each a file of its own: `ID.flow-test.json` and `ID.flow-test.recorded.json` beside the flows of a project folder,
 * else rows of the database. Refused with `test-exists`, `test-not-found`, `test-changed`, `test-name-unusable`, `test-file-unreadable`.
 */
export interface FlowTestStore {
  /** Of a flow, by id. */
  list(space: Space, flowId: string): Promise<readonly StoredFlowTest[]>;
  get(space: Space, id: string): Promise<StoredFlowTest | undefined>;
  create(space: Space, flowId: string, id: string, texts: FlowTestTexts): Promise<StoredFlowTest>;
  /** Replaces both texts if they are still at the revision `expected`; `'*'` saves over anything. */
  save(space: Space, id: string, texts: FlowTestTexts, expected: string): Promise<StoredFlowTest>;
  delete(space: Space, id: string, expected: string): Promise<void>;
  /** How its cases last came out, by their names. */
  results(space: Space, id: string): Promise<ReadonlyMap<string, JsonValue>>;
  /** Keeps these in place of earlier ones. */
  keepResults(space: Space, id: string, results: ReadonlyMap<string, JsonValue>): Promise<void>;
  /** Lets go of the results of cases other than these. */
  dropResults(space: Space, id: string, cases: ReadonlySet<string>): Promise<void>;
}
