import { readNote, type CanvasFlow, type CanvasNode, type SearchEntry } from '@jacquard/canvas';
import {
  isObjectInput,
  literalOf,
  sourcesOf,
  type FlowDocument,
  type Input,
  type JsonValue,
  type Language,
} from '@jacquard/flow';
import type { RunView } from '@jacquard/protocol';

/** Characters of a value that are searched. */
const longestValue = 200_000;
/** Characters of all values of a run that are searched, the newest first. */
const mostOfRun = 8_000_000;

const nodeEntries = new WeakMap<
  CanvasNode,
  { readonly language: Language; readonly entries: readonly SearchEntry[] }
>();

/** All of a flow that can be looked for: nodes, fields, notes. What hasn't changed keeps its entries. */
export function flowEntries(
  canvas: CanvasFlow,
  document: FlowDocument | undefined,
  language: Language,
): readonly SearchEntry[] {
  const notes = Object.entries(document?.layout?.notes ?? {}).map(([note, { text }]): SearchEntry => {
    const written = readNote(text);
    return { place: { of: 'note', note }, title: firstLine(written), text: written };
  });
  return [...canvas.nodes.flatMap((node) => entriesOfNode(node, language)), ...notes];
}

/** What a node is called in the results. */
function entryTitle({ id, node, descriptor }: CanvasNode, language: Language): string {
  return node.title ?? descriptor?.title[language] ?? id;
}

function entriesOfNode(canvasNode: CanvasNode, language: Language): readonly SearchEntry[] {
  const known = nodeEntries.get(canvasNode);
  if (known?.language === language) return known.entries;
  const { id, node, descriptor, ports } = canvasNode;
  const title = entryTitle(canvasNode, language);
  const typeTitle = descriptor?.title[language];
  const names = [...new Set([title, typeTitle, node.type, id])].filter((name) => name !== undefined);
  const fields = Object.entries(node.inputs ?? {}).flatMap(([port, input]): SearchEntry[] => {
    const text = textOfInput(input);
    if (text === '') return [];
    const label = ports.inputs[port]?.label[language] ?? port;
    return [{ place: { of: 'field', node: id, port }, title: `${title} · ${label}`, text }];
  });
  const entries: readonly SearchEntry[] = [
    { place: { of: 'node', node: id }, title: typeTitle ?? node.type, text: names.join(' · ') },
    ...fields,
  ];
  nodeEntries.set(canvasNode, { language, entries });
  return entries;
}

/** What stands in a field: its text, or the name of a secret, a setting or a file. Wires are no text. */
function textOfInput(input: Input): string {
  if (sourcesOf(input).length > 0) return '';
  const literal = literalOf(input);
  if (literal !== undefined) return valueText(literal);
  if (!isObjectInput(input)) return '';
  if ('secret' in input) return input.secret;
  if ('setting' in input) return input.setting;
  return 'file' in input ? (input.name ?? input.file) : '';
}

/** The values of the shown run: what each node gave, turn by turn, and the flow's own inputs and outputs. */
export function runEntries(view: RunView, canvas: CanvasFlow, language: Language): readonly SearchEntry[] {
  const nodes = new Map(canvas.nodes.map((node) => [node.id, node]));
  const entries: SearchEntry[] = [];
  let left = mostOfRun;
  const add = (id: string, port: string, side: 'in' | 'out', value: JsonValue, step: string | undefined): void => {
    const node = nodes.get(id);
    const text = left > 0 ? valueText(value).slice(0, longestValue) : '';
    left -= text.length;
    if (!node || text === '') return;
    const label = (side === 'out' ? node.ports.outputs : node.ports.inputs)[port]?.label[language] ?? port;
    const turn = step !== undefined && step !== id ? ` · ${step}` : '';
    entries.push({
      place: { of: 'value', node: id, port, side, step },
      title: `${entryTitle(node, language)} · ${label}${turn}`,
      text,
    });
  };
  for (const [id, value] of Object.entries(view.inputs))
    add(id, Object.keys(nodes.get(id)?.ports.outputs ?? {})[0] ?? '', 'out', value, undefined);
  for (const [id, value] of Object.entries(view.outputs))
    add(id, Object.keys(nodes.get(id)?.ports.inputs ?? {})[0] ?? '', 'in', value, undefined);
  for (const { step, node, outputs, texts } of [...view.steps.values()].toReversed()) {
    for (const [port, value] of Object.entries(outputs ?? texts)) add(node, port, 'out', value, step);
  }
  return entries;
}

function valueText(value: JsonValue): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : JSON.stringify(value, undefined, 1);
}

function firstLine(text: string): string {
  return (text.split('\n').find((line) => line.trim() !== '') ?? '').replace(/^#+\s*/, '').slice(0, 80);
}
