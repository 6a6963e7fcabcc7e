import { Problem, valueReferenceSchema, type JsonValue } from '@jacquard/flow';
import type { Space, ValueStore } from '@jacquard/stores';

type Outputs = Readonly<Record<string, JsonValue>>;

const referenceSchema = valueReferenceSchema.strict();

/**
 * Values by port with those over 64 KiB in full, which stand as references of a run. Throws `value-not-found` for one that
 * the run doesn't hold, so that knowing a hash opens nothing.
 */
export async function loadReferences(
  { values, space }: { readonly values: Pick<ValueStore, 'get'>; readonly space: Space },
  runId: string | undefined,
  outputs: Outputs,
): Promise<Outputs> {
  const load = async (value: JsonValue): Promise<JsonValue> => {
    const reference = referenceSchema.safeParse(value).data;
    if (reference === undefined) return value;
    const loaded = runId === undefined ? undefined : await values.get(space, runId, reference.ref);
    if (loaded === undefined) throw new Problem('value-not-found', { run: runId ?? '' });
    return loaded;
  };
  const loaded = Object.entries(outputs).map(async ([port, value]) => [port, await load(value)] as const);
  return Object.fromEntries(await Promise.all(loaded));
}
