import type { Descriptor, FlowDocument, Input, JsonSchema, JsonValue, Kind, Retry } from '@jacquard/flow';
import type { NodeDefinition } from '@jacquard/node-kit';

/**
 * Where a value comes from when a step starts. `up` counts scopes outwards; `index` is the node's place in that scope,
 * or −1 for the scope's own ports (a loop's item, a flow's inputs).
 */
export type Binding =
  | { readonly how: 'literal'; readonly value: JsonValue }
  | {
      readonly how: 'source';
      readonly up: number;
      readonly index: number;
      readonly port: string;
      readonly convert?: Conversion | undefined;
    }
  | { readonly how: 'external'; readonly external: number }
  | { readonly how: 'list'; readonly items: readonly Binding[] }
  | { readonly how: 'component'; readonly recipe: Recipe };

/** A wire between kinds that fit by conversion. */
interface Conversion {
  readonly source: Kind;
  readonly target: Kind;
}

/** What is resolved once a run, before a step needs it. */
export type External =
  | { readonly what: 'setting'; readonly name: string; readonly fallback: JsonValue | undefined }
  | { readonly what: 'secret'; readonly name: string }
  | {
      readonly what: 'file';
      /** The called flow that names it; undefined for the run's own. */
      readonly flow: string | undefined;
      readonly reference: Extract<Input, { readonly file: string }>;
    };

/** One input of a step, by port. */
export interface PortBinding {
  readonly port: string;
  readonly binding: Binding;
  /** Taken when nothing arrives. */
  readonly fallback: JsonValue | undefined;
  /** The step is skipped when nothing arrives. */
  readonly isRequired: boolean;
  /** Decided by a field: handed to the node under `extra`. */
  readonly isExtra: boolean;
}

/** How a component is built: nothing in it comes from a step, so it is the same for every step of every run. */
export interface Recipe {
  readonly node: string;
  readonly type: string;
  readonly version: number;
  readonly definition: NodeDefinition;
  readonly inputs: readonly PortBinding[];
  readonly isDisabled: boolean;
}

/** What a scope does with the graph inside. */
export type ScopeKind = 'flow' | 'for-each' | 'repeat-until' | 'sub-flow';

/** A graph: the flow's own, or the one inside a scope. */
export interface ScopePlan {
  readonly kind: ScopeKind;
  readonly nodes: readonly NodePlan[];
  readonly byId: ReadonlyMap<string, NodePlan>;
  /** Nodes that wait for nothing here. */
  readonly first: readonly number[];
  readonly outputs: readonly ScopeOutput[];
  /** `repeat-until` only. */
  readonly loop?: LoopPlan | undefined;
}

/** What a scope gives by one of its outputs, once its inner graph has come to an end. */
export interface ScopeOutput {
  readonly name: string;
  readonly binding: Binding;
  /** An output of the flow may be absent, one of a scope, too; nothing waits for a kind here. */
  readonly kind: Kind;
}

/** What a repetition carries from turn to turn, and when it ends. */
export interface LoopPlan {
  readonly state: readonly { readonly name: string; readonly first: Binding; readonly next: Binding }[];
  readonly until: Binding | undefined;
}

/** A node that runs: a step, or a scope. */
export interface NodePlan {
  readonly index: number;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly descriptor: Descriptor;
  readonly definition: NodeDefinition;
  readonly inputs: readonly PortBinding[];
  /** The ports of which at least one must arrive, where there is such a choice. */
  readonly requiresOneOf: ReadonlySet<string> | undefined;
  /** Those of the inputs that take components. */
  readonly components: readonly PortBinding[];
  /** A field decides some of the inputs. */
  readonly hasExtra: boolean;
  /** Kinds of the outputs, by port; what the output check holds values against. */
  readonly outputs: Readonly<Record<string, Kind>>;
  /** Names of the outputs that a field decides. */
  readonly extraOutputs: readonly string[];
  /** How many nodes of this scope must have ended or been skipped before it may start. */
  readonly waits: number;
  /** Nodes of this scope that wait for this one. */
  readonly dependants: readonly number[];
  readonly isDisabled: boolean;
  /** Its outputs are given with the run: it waits for nothing and doesn't run. */
  readonly isGiven: boolean;
  readonly onError: 'fail' | 'port' | { readonly fallback: readonly PortBinding[] };
  readonly retry: Retry | undefined;
  /** Milliseconds that one attempt may take. */
  readonly timeout: number | undefined;
  /** The graph inside, of a scope. */
  readonly scope: ScopePlan | undefined;
}

/** An output of the flow and the port it shows, whose deltas are the output's unless the value is converted. */
export interface FlowOutputPlan {
  readonly id: string;
  readonly binding: Binding;
  readonly source: { readonly node: string; readonly port: string } | undefined;
  readonly isConverted: boolean;
}

/** An input of the flow. */
export interface FlowInputPlan {
  readonly id: string;
  readonly kind: Kind;
  /** What values hold besides being of the kind: bounds of a number. */
  readonly schema: JsonSchema;
  readonly fallback: JsonValue | undefined;
  /** Where the default stands among the plan's externals, when it is looked up as the run begins. */
  readonly external: number | undefined;
  readonly isOptional: boolean;
}

/** What a flow compiles to: immutable, shared by all of its runs. */
export interface Plan {
  /** The document, with the versions of the node types as they are here. */
  readonly flow: FlowDocument;
  /** The documents of the flows that it calls, by id. */
  readonly flows: Readonly<Record<string, FlowDocument>>;
  readonly root: ScopePlan;
  readonly inputs: readonly FlowInputPlan[];
  readonly outputs: readonly FlowOutputPlan[];
  readonly externals: readonly External[];
  /** The input and output that make up a session's messages, where the flow has them. */
  readonly conversation: { readonly question: string | undefined; readonly answer: string | undefined };
  /** Holds only what one node needs, so that some inputs of the flow may have no place here. */
  readonly isPartial: boolean;
  /** Some step runs more than once. */
  readonly hasLoops: boolean;
}
