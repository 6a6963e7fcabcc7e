import type { FlowDocument, FlowNode, Layout } from './flow-document.ts';
import { isInputList, isObjectInput } from './input-form.ts';
import type { Input } from './input.ts';

/**
 * Writes a flow in file form, the one form that it has on disk: LF, a final line break, two spaces, one key a line; keys
 * in the order of the schema; nodes, inputs and list items in the order written; `types` and `layout` sorted; empty
 * parts and defaults left out; a text with line breaks as `{lines}`. A file in that form, parsed and written again,
 * changes no byte. (Not RFC 8785, which is for hashes.)
 */
export function serialiseFlow(flow: FlowDocument): string {
  const ordered = pick({
    $schema: flow.$schema,
    jacquard: flow.jacquard,
    name: flow.name,
    description: flow.description || undefined,
    language: flow.language,
    reuse: flow.reuse,
    limits: flow.limits && unlessEmpty(pick(inOrder(flow.limits, ['time', 'steps', 'iterations', 'tokens']))),
    overrides: flow.overrides?.length === 0 ? undefined : flow.overrides,
    nodes: mapValues(flow.nodes, orderNode),
    types: flow.types && unlessEmpty(sortKeys(flow.types)),
    layout: flow.layout && unlessEmpty(orderLayout(flow.layout)),
  });
  return `${JSON.stringify(ordered, undefined, 2)}\n`;
}

function orderNode(node: FlowNode): object {
  return pick({
    type: node.type,
    title: node.title || undefined,
    disabled: node.disabled || undefined,
    inputs: node.inputs && unlessEmpty(mapValues(node.inputs, orderInput)),
    state:
      node.state &&
      unlessEmpty(mapValues(node.state, ({ first, next }) => ({ first: orderInput(first), next: orderInput(next) }))),
    until: node.until === undefined ? undefined : orderInput(node.until),
    nodes: node.nodes && mapValues(node.nodes, orderNode),
    outputs: node.outputs && unlessEmpty(mapValues(node.outputs, ({ from }) => ({ from }))),
    onError: orderOnError(node.onError),
    retry: node.retry && pick(inOrder(node.retry, ['attempts', 'delay', 'maxDelay'])),
    timeout: node.timeout,
  });
}

function orderOnError(onError: FlowNode['onError']): unknown {
  if (onError === 'fail') return undefined;
  return typeof onError === 'object' ? { fallback: mapValues(onError.fallback, orderInput) } : onError;
}

function orderInput(input: Input): unknown {
  if (typeof input === 'string') return asLines(input);
  if (isInputList(input)) return input.map((item) => orderInput(item));
  if (!isObjectInput(input)) return input;
  if ('lines' in input) return asLines(input.lines.join('\n'));
  if ('file' in input) return pick(inOrder(input, ['file', 'name', 'mediaType', 'size']));
  if ('setting' in input) return pick(inOrder(input, ['setting', 'default']));
  return input;
}

/** One string a line when there are several, so that a change of a prompt is a change of its line. */
function asLines(text: string): unknown {
  return text.includes('\n') ? { lines: text.split('\n') } : text;
}

function orderLayout(layout: Layout): object {
  return pick({
    nodes:
      layout.nodes &&
      unlessEmpty(
        mapValues(sortKeys(layout.nodes), (box) => pick(inOrder(box, ['x', 'y', 'width', 'height', 'collapsed']))),
      ),
    notes:
      layout.notes &&
      unlessEmpty(
        mapValues(sortKeys(layout.notes), (note) =>
          pick({
            ...inOrder(note, ['x', 'y', 'width', 'height']),
            text: asLines(typeof note.text === 'string' ? note.text : note.text.lines.join('\n')),
            color: note.color,
          }),
        ),
      ),
    groups:
      layout.groups &&
      unlessEmpty(
        mapValues(sortKeys(layout.groups), (group) => pick(inOrder(group, ['title', 'nodes', 'color', 'collapsed']))),
      ),
  });
}

function inOrder<T extends object>(value: T, keys: readonly (keyof T & string)[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, value[key]]));
}

function pick(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

function unlessEmpty<T extends object>(record: T): T | undefined {
  return Object.keys(record).length === 0 ? undefined : record;
}

function mapValues<T>(record: Readonly<Record<string, T>>, map: (value: T) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
