import { checkFlow, type Descriptors, type Issue } from '@jacquard/flow';
import type { FrozenVersion } from '@jacquard/stores';

/**
 * What keeps a flow from running with these sub-flows. Issues of a sub-flow say which (`flow`), and stand at no node of the flow
 * itself.
 */
export function checkFrozen(
  { document, flows }: FrozenVersion,
  descriptors: Descriptors,
  secrets: ReadonlySet<string>,
): Issue[] {
  const flow = (id: string) => (Object.hasOwn(flows, id) ? flows[id] : undefined);
  const isError = ({ severity }: Issue): boolean => severity === 'error';
  const own = checkFlow(document, descriptors, { flow, secrets }).filter(isError);
  const inner = Object.entries(flows).flatMap(([id, one]) =>
    checkFlow(one, descriptors, { id, flow, secrets })
      .filter(isError)
      .map(({ code, severity, params }) => ({ code, severity, params: { ...params, flow: id } })),
  );
  return [...own, ...inner].slice(0, 100);
}
