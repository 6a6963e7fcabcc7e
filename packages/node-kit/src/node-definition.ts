import type {
  CallBound,
  ComposedText,
  Descriptor,
  FileValue,
  JsonValue,
  Message,
  PortsFrom,
  Unfolding,
  Words,
} from '@jacquard/flow';
import type { NodeCode, WriteComponentCode } from './code/node-code.ts';
import type { Ports, ValueOf } from './port.ts';
import type { Services } from './services.ts';
import type { PortValues, StepContext, StepYield } from './step-context.ts';

/** Stands for a chat model in an example; it answers with `replies` in turn. */
export interface FakeChatModelExample {
  readonly fake: 'chat-model';
  readonly replies: readonly string[];
  /** How likely it holds each continuation, from 0 to 1; without it, it can't score. */
  readonly score?: Readonly<Record<string, number>>;
}

/** Stands for a stored file in an example. */
export interface FakeFileExample {
  readonly fake: 'file';
  readonly name: string;
  readonly text: string;
}

/** Stands for embeddings in an example: texts that share words are near. */
export interface FakeEmbeddingsExample {
  readonly fake: 'embeddings';
}

/** Stands for a knowledge base in an example: texts by path, each found by the words that it shares with the query. */
export interface FakeKnowledgeExample {
  readonly fake: 'knowledge-base';
  readonly texts: Readonly<Record<string, string>>;
}

type ExampleValue<Value> = Value extends { readonly capabilities: unknown }
  ? FakeChatModelExample
  : Value extends readonly { readonly capabilities: unknown }[]
    ? readonly FakeChatModelExample[]
    : Value extends { readonly embedQuery: unknown }
      ? FakeEmbeddingsExample
      : Value extends { readonly toRetriever: unknown }
        ? FakeKnowledgeExample
        : ExampleFile<Value>;

type ExampleFile<Value> = Value extends FileValue
  ? FakeFileExample
  : Value extends readonly FileValue[]
    ? readonly FakeFileExample[]
    : Value;

/** Inputs and what comes out: shown in the documentation, and run by the contract test. */
export interface NodeExample<I extends Ports, O extends Ports> {
  readonly name?: string;
  readonly inputs: { readonly [K in keyof I]?: ExampleValue<ValueOf<I[K]>> } & Readonly<Record<string, unknown>>;
  readonly outputs?: { readonly [K in keyof O]?: ValueOf<O[K]> } & Readonly<Record<string, unknown>>;
  /** The conversation that the run belongs to. */
  readonly history?: Message[];
  /** What a person answers when it pauses. */
  readonly answer?: JsonValue;
}

/** What every definition says of itself. */
export interface Definition<I extends Ports, O extends Ports> {
  /** `family.name`. */
  readonly type: string;
  /** Grows with a change that an older document must be migrated for. */
  readonly version: number;
  readonly title: Words;
  readonly summary: Words;
  readonly documentation?: Words;
  readonly keywords?: Words;
  /** An icon of the Lucide set, kebab-case. */
  readonly icon: string;
  readonly inputs: I;
  readonly outputs: O;
  /** At least one of these inputs must be given. */
  readonly requiresOneOf?: readonly (keyof I & string)[];
  readonly portsFrom?: readonly PortsFrom[];
  /** An output that `composeText` puts together from the inputs: shown while a person types. */
  readonly composes?: ComposedText;
  /** How often it calls a model at most: told before it runs, and kept by `openBudget`. */
  readonly bound?: CallBound;
  /** The simple nodes that it equals. */
  readonly unfolds?: readonly Unfolding[];
  /** An input or output of the flow that makes up the messages of a session: the question, the answer. */
  readonly isConversation?: boolean;
  /** Turn inputs of an earlier version into those of the next: `{1: (inputs) => inputs of 2}`. */
  readonly migrations?: Readonly<
    Record<number, (inputs: Readonly<Record<string, JsonValue>>) => Readonly<Record<string, JsonValue>>>
  >;
  readonly example: NodeExample<I, O>;
}

/** What `run` returns: a value for each output. */
export type Outputs<O extends Ports> = { readonly [K in keyof O]: ValueOf<O[K]> };

/** Refuses ports that the definition doesn't have. */
export type Exactly<O extends Ports, Result> = Result & Readonly<Record<Exclude<keyof Result, keyof O>, never>>;

/** What the executor and people must know of a step before it runs: whether it may be reused, repeated, and what leaves the machine. */
export interface StepTraits {
  /** `pure`: the same inputs give the same outputs. `sampled`: a model draws. `external`: the world answers. */
  readonly determinism: 'pure' | 'sampled' | 'external';
  /** What running it twice does: nothing, the same again (it passes on the idempotency key), or harm. */
  readonly effects: 'none' | 'idempotent' | 'once';
  readonly reaches: 'nothing' | 'model' | 'address';
  readonly reachesFrom?: string;
  /** How the step is written in a program of its own; without it, a flow that has one can't be exported to code. */
  readonly code?: NodeCode;
}

/** Any step, for those that hold many: the registry and the executor. */
export interface AnyStep {
  run(
    context: StepContext<Ports>,
  ):
    | Promise<Readonly<Record<string, unknown>>>
    | AsyncGenerator<StepYield<Ports>, Readonly<Record<string, unknown>>, void>;
}

/** What a component's `create` gets. */
export interface ComponentContext<I extends Ports> {
  readonly inputs: PortValues<I>;
  readonly services: Services;
  readonly signal: AbortSignal;
}

/** What a component's `identify` gets; `signal` aborts when the run that asks has ended. */
export type IdentifyContext<I extends Ports> = Omit<ComponentContext<I>, 'signal'> & {
  readonly signal?: AbortSignal | undefined;
};

/** Any component, for those that hold many. */
export interface AnyComponent {
  create(context: ComponentContext<Ports>): Promise<unknown>;
  identify(context: IdentifyContext<Ports>): Promise<JsonValue>;
}

/** A node type with its code: what a family exports and the registry holds. */
export interface NodeDefinition {
  readonly descriptor: Descriptor;
  readonly step?: AnyStep;
  readonly component?: AnyComponent;
  readonly migrations?: Definition<Ports, Ports>['migrations'];
  readonly code?: NodeCode;
  readonly componentCode?: WriteComponentCode;
}
