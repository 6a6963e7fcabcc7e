import type {
  Cell,
  DocumentValue,
  FileValue,
  InputPort,
  JsonSchema,
  JsonValue,
  Kind,
  Message,
  Table,
  Words,
} from '@jacquard/flow';
import type { ChatModel } from './chat-model.ts';
import type { EmbeddingsModel } from './knowledge/embeddings-model.ts';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import type { Scorer } from './reasoning/scorer.ts';
import type { SecretHandle } from './services.ts';

declare const valueType: unique symbol;

/** A port of a definition; `Value` is the TypeScript type of what flows through it. */
export interface Port<Value> {
  readonly port: InputPort & { readonly streams?: boolean; readonly main?: boolean; readonly cited?: string };
  readonly [valueType]?: Value;
}

/** Ports by name. */
export type Ports = Readonly<Record<string, Port<unknown>>>;

/** The type of a port's value. */
export type ValueOf<P> = P extends Port<infer Value> ? Value : never;

/** What every builder takes. `kind` is the builder's own. */
export type PortOptions = Omit<InputPort, 'kind'> & {
  readonly streams?: boolean;
  readonly main?: boolean;
  readonly cited?: string;
};

type Maybe<Options, Value> = Options extends { readonly optional: true } ? Value | undefined : Value;

function portOf<Value>(kind: Kind, options: PortOptions): Port<Value> {
  return { port: { kind, ...options } };
}

/** A text. */
export function text<const O extends PortOptions>(options: O): Port<Maybe<O, string>> {
  return portOf({ kind: 'text' }, options);
}

/** A finite number. */
export function number<const O extends PortOptions>(options: O): Port<Maybe<O, number>> {
  return portOf({ kind: 'number' }, options);
}

/** True or false. */
export function boolean<const O extends PortOptions>(options: O): Port<Maybe<O, boolean>> {
  return portOf({ kind: 'boolean' }, options);
}

/** One of the keys of `options`, each with its label. */
export function choice<const C extends Readonly<Record<string, Words>>, const O extends Omit<PortOptions, 'options'>>(
  choices: C,
  options: O,
): Port<Maybe<O, keyof C & string>> {
  return portOf({ kind: 'choice', options: Object.keys(choices) }, { ...options, options: choices });
}

/** A choice whose options a field decides (`portsFrom`: `choice-options`). */
export function anyChoice<const O extends PortOptions>(options: O): Port<Maybe<O, string>> {
  return portOf({ kind: 'choice' }, options);
}

/** JSON, of a schema when one is given. */
export function json<const O extends PortOptions>(options: O, schema?: JsonSchema): Port<Maybe<O, JsonValue>> {
  return portOf(schema === undefined ? { kind: 'json' } : { kind: 'json', schema }, options);
}

/** Rows and named columns. */
export function table<const O extends PortOptions>(options: O): Port<Maybe<O, Table>> {
  return portOf({ kind: 'table' }, options);
}

/** A conversation. */
export function messages<const O extends PortOptions>(options: O): Port<Maybe<O, readonly Message[]>> {
  return portOf({ kind: 'messages' }, options);
}

/** Source documents. */
export function documents<const O extends PortOptions>(options: O): Port<Maybe<O, readonly DocumentValue[]>> {
  return portOf({ kind: 'documents' }, options);
}

/** Parts of documents, as search gives them. */
export function passages<const O extends PortOptions>(options: O): Port<Maybe<O, readonly DocumentValue[]>> {
  return portOf({ kind: 'passages' }, options);
}

/** A stored file. */
export function file<const O extends PortOptions>(options: O): Port<Maybe<O, FileValue>> {
  return portOf({ kind: 'file' }, options);
}

/** The vector of a text. */
export function embedding<const O extends PortOptions>(options: O): Port<Maybe<O, readonly number[]>> {
  return portOf({ kind: 'embedding' }, options);
}

/** Any value of any kind. */
export function any<const O extends PortOptions>(options: O): Port<Maybe<O, JsonValue>> {
  return portOf({ kind: 'any' }, options);
}

/** The same kind as every other port of the node with this variable: `variable('T', …)`. */
export function variable<const O extends PortOptions>(name: string, options: O): Port<Maybe<O, JsonValue>> {
  return portOf({ kind: 'variable', name }, options);
}

/** A list of what `item` takes. One item fits, too. */
export function list<Value, const O extends PortOptions>(
  item: Port<Value>,
  options: O,
): Port<Maybe<O, readonly Value[]>> {
  return portOf({ kind: 'list', of: item.port.kind }, options);
}

/** The name of a secret; the node gets a handle, never the text. */
export function secret<const O extends PortOptions>(options: O): Port<Maybe<O, SecretHandle>> {
  return portOf({ kind: 'text' }, { ...options, secret: true, fieldOnly: true });
}

interface ComponentValues {
  readonly 'chat-model': ChatModel;
  readonly embeddings: EmbeddingsModel;
  readonly 'knowledge-base': KnowledgeBase;
  readonly scorer: Scorer;
}

const componentLabels: Readonly<Record<keyof ComponentValues, Words>> = {
  'chat-model': { en: 'Model', fr: 'Modèle' },
  embeddings: { en: 'Embeddings', fr: 'Plongements (embeddings)' },
  'knowledge-base': { en: 'Knowledge base', fr: 'Base documentaire' },
  scorer: { en: 'Scorer', fr: 'Évaluateur' },
};

/** A capability that a component node provides. */
export function component<const K extends keyof ComponentValues, const O extends Partial<PortOptions>>(
  kind: K,
  options?: O,
): Port<Maybe<O, ComponentValues[K]>> {
  return portOf({ kind }, { label: componentLabels[kind], wireOnly: true, ...options });
}

export type { Cell };
