import {
  boundOf,
  isComponentKind,
  isInputList,
  literalOf,
  type Bound,
  type CallBound,
  type FlowNode,
  type Input,
  type InputPort,
} from '@jacquard/flow';

/**
 * What a node may use of models at most in one go, before it runs: its bound for the values of its fields, with defaults filled in, lowered by
 * its `maxCalls`. Undefined where it hangs on an input that a wire, a setting or a file will fill.
 */
export function statedBound(
  bound: CallBound,
  node: Pick<FlowNode, 'inputs'>,
  ports: Readonly<Record<string, InputPort>>,
): Bound | undefined {
  const values: Record<string, unknown> = {};
  for (const name of [...namesIn(bound), 'maxCalls']) {
    const input = node.inputs?.[name];
    const value = input === undefined ? ports[name]?.default : (literalOf(input) ?? components(input, ports[name]));
    if (input !== undefined && value === undefined) return undefined;
    values[name] = value ?? undefined;
  }
  const stated = boundOf(bound, values);
  const most = values['maxCalls'];
  if (!stated || typeof most !== 'number' || most >= stated.calls) return stated;
  return { calls: Math.max(0, most), tokens: Math.floor((stated.tokens / stated.calls) * Math.max(0, most)) };
}

/** How many components are wired to a list of them: each wire brings one, which nothing needs to run for. */
function components(input: Input, port: InputPort | undefined): readonly Input[] | undefined {
  if (port?.kind.kind !== 'list' || !isComponentKind(port.kind.of)) return undefined;
  return isInputList(input) ? input : [input];
}

function namesIn({ calls, tokens }: CallBound): readonly string[] {
  const names = calls.flatMap(({ factors, when = [] }) => [
    ...factors.filter((factor) => typeof factor === 'string'),
    ...when.map(({ input }) => input),
  ]);
  return [...new Set([...names, tokens])];
}
