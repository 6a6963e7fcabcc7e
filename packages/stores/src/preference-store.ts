import type { JsonValue } from '@jacquard/flow';
import type { Space } from './interfaces.ts';

/** Small named values: a flow's settings (`setting:NAME`), the model chosen, the last flow opened, pinned values. */
export interface PreferenceStore {
  get(space: Space, key: string): Promise<JsonValue | undefined>;
  set(space: Space, key: string, value: JsonValue): Promise<void>;
  delete(space: Space, key: string): Promise<void>;
  /** All whose key begins so, by key, in the order of the keys. */
  list(space: Space, prefix: string): Promise<ReadonlyMap<string, JsonValue>>;
}
