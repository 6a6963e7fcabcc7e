import type { ExternalInput } from './input-form.ts';
import type { JsonSchema, JsonValue } from './json.ts';
import type { Kind } from './kind.ts';
import type { Words } from './words.ts';

/** An input or output of a whole flow, named by the id of its `io` node. `schema` is the JSON Schema of its values. */
export interface FlowPort {
  readonly id: string;
  readonly title?: string;
  readonly help?: string;
  readonly kind: Kind;
  /** The port of the io node that carries it. */
  readonly port: string;
  readonly type: string;
  readonly optional: boolean;
  readonly default?: JsonValue;
  /** The default is looked up when a run begins: a file beside the flow, or a setting. */
  readonly defaultFrom?: ExternalInput;
  readonly schema: JsonSchema;
  readonly example?: JsonValue;
  /** Of a conversation's question: what an empty conversation offers to ask. */
  readonly suggestions?: readonly string[];
}

/** An input of a node that callers may set: `id` is its address, `node.input`. `schema` is that of the values it takes. */
export interface FlowOverride {
  readonly id: string;
  readonly node: string;
  readonly input: string;
  /** The node's. */
  readonly title: string;
  readonly label: Words;
  readonly help?: Words;
  readonly kind: Kind;
  /** What holds when a caller sets nothing. */
  readonly default?: JsonValue;
  readonly schema: JsonSchema;
}

/** What goes into a flow, what comes out, and what of it callers may set, in the order of the file. */
export interface FlowInterface {
  readonly inputs: readonly FlowPort[];
  readonly outputs: readonly FlowPort[];
  readonly overrides: readonly FlowOverride[];
}
