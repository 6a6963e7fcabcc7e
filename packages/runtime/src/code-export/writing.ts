import type { FlowNode, NodePorts } from '@jacquard/flow';
import type { Block } from './block.ts';
import type { Source } from './code-value.ts';
import type { LiveParts } from './live-parts.ts';
import type { Program } from './program.ts';

/** A flow that is being written as a function: the exported one, or one that it calls. */
export interface Writing {
  readonly program: Program;
  /** Its nodes by id, whatever scope they lie in. */
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly ports: ReadonlyMap<string, NodePorts>;
  readonly live: LiveParts;
  /** The exported flow itself: what belongs to a run, such as its conversation, is there alone. */
  readonly isTop: boolean;
  /** The id of a flow that is called. */
  readonly flowId: string | undefined;
  /** Writes the steps of a graph into a block; how, is handed in, since graphs hold graphs. */
  writeInner(plan: Scope, frame: CodeFrame, block: Block): Promise<void>;
  /** Writes the function of a flow that this one calls; gives its name. */
  callFlow(id: string, plan: Scope): Promise<string>;
}

type Scope = NonNullable<LiveNode['scope']>;
type LiveNode = LiveParts extends ReadonlyMap<infer Node, unknown> ? Node : never;

/** Values that a graph's bindings lead to: the scope's own ports, and the outputs of its nodes by their places. */
export interface CodeFrame {
  readonly outer: CodeFrame | undefined;
  readonly ports: ReadonlyMap<string, Source>;
  readonly outputs: Map<number, ReadonlyMap<string, Source>>;
}
