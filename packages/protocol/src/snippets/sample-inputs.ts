import type { FlowInterface, FlowPort, JsonValue, Kind } from '@jacquard/flow';
import { sampleOfSchema } from './sample-of-schema.ts';

/** What a snippet gives for an input: a value, or a file that it hands in first and then names by a variable. */
export type SampleInput =
  | { readonly id: string; readonly value: JsonValue }
  | { readonly id: string; readonly variable: string; readonly fileName: string; readonly isList: boolean };

/** A longer example is no example: it hides the call. */
const longest = 4_000;

/**
 * What a call of the flow may be begun with: examples, defaults and offered questions as its author wrote them, else something of the
 * right kind. Inputs that may be left out stand there only where there is something to show; those whose default is looked up when
 * a run begins are left to it.
 */
export function sampleInputs({ inputs }: FlowInterface): readonly SampleInput[] {
  return inputs
    .filter((port) => !port.optional || (port.defaultFrom === undefined && givenFor(port) !== undefined))
    .map((port) => sampleInput(port));
}

function sampleInput(port: FlowPort): SampleInput {
  const { id, kind } = port;
  const isFile = isFileKind(kind);
  if (isFile || (kind.kind === 'list' && isFileKind(kind.of))) {
    const isImage = kind.kind === 'image' || (kind.kind === 'list' && kind.of.kind === 'image');
    return { id, variable: variableOf(id), fileName: isImage ? 'image.png' : 'document.pdf', isList: !isFile };
  }
  return { id, value: givenFor(port) ?? sampleOfKind(kind, port) };
}

function isFileKind({ kind }: Kind): boolean {
  return kind === 'file' || kind === 'image';
}

/** A name that shells, Python and TypeScript all take: `file_report`. */
function variableOf(id: string): string {
  return `file_${id.replaceAll(/[^a-z0-9]+/gi, '_')}`;
}

function givenFor({ example, default: fallback, suggestions = [], schema }: FlowPort): JsonValue | undefined {
  const { examples } = schema;
  const [first] = Array.isArray(examples) ? examples : [];
  const offered: readonly (JsonValue | undefined)[] = [example, suggestions[0], first, fallback];
  return offered.find((value) => value !== undefined && value !== null && JSON.stringify(value).length <= longest);
}

function sampleOfKind(kind: Kind, port: FlowPort): JsonValue {
  switch (kind.kind) {
    case 'text':
    case 'any':
    case 'variable':
      return 'Hello';
    case 'messages':
      return [{ role: 'user', content: 'Hello' }];
    case 'documents':
    case 'passages':
      return [{ pageContent: 'Hello', metadata: {} }];
    case 'table':
      return { columns: ['name'], rows: [{ name: 'Ada' }] };
    case 'embedding':
      return [0];
    case 'list':
      return [sampleOfKind(kind.of, port)];
    default:
      return sampleOfSchema(port.schema);
  }
}
