import { canonicalJson, type JsonValue } from '@jacquard/flow';
import type { NodePlan } from '../plan/plan.ts';
import type { Values } from '../schedule/run-state.ts';

/** What a step's outputs stand on beside its sample index: the canonical JSON of components and inputs. */
export interface ReuseSubject {
  readonly components: string;
  readonly inputs: string;
}

/** `recorded` are the inputs with large values as references, which hold their content's hash. */
export function reuseSubject(recorded: Values, identities: Readonly<Record<string, JsonValue>>): ReuseSubject {
  return { components: canonicalJson(identities), inputs: canonicalJson(recorded) };
}

/**
 * SHA-256 of the canonical JSON (RFC 8785) of type, version, input values, component identities and sample index;
 * of a step that read its session's history, of the place in the session, too. Not of ids or positions.
 */
export function reuseKey(
  node: Pick<NodePlan, 'type' | 'version'>,
  { components, inputs }: ReuseSubject,
  sample: number,
  session: JsonValue | undefined,
  hash: (text: string) => string,
): string {
  const place = session === undefined ? '' : `"session":${canonicalJson(session)},`;
  const type = `"type":${JSON.stringify(node.type)},"version":${node.version}`;
  return hash(`{"components":${components},"inputs":${inputs},"sample":${sample},${place}${type}}`);
}
