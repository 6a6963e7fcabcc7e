import type { InputPort, OutputPort } from './descriptor.ts';
import type { FlowInterface } from './flow-port.ts';
import type { Kind } from './kind.ts';

/** What ports may hang on beside the node itself. */
export interface PortsContext {
  /** The interface of another flow of the space, for sub-flows that stand as files of their own. */
  readonly flowInterface?: ((id: string) => FlowInterface | undefined) | undefined;
  /** The kind of an output anywhere in the flow, for the outputs of scopes; unknown ones fit everything. */
  readonly outputKind?: ((address: string) => Kind | undefined) | undefined;
}

/** The ports that a node really has. `inner`: what the nodes inside a scope read by its id. */
export interface NodePorts {
  readonly inputs: Readonly<Record<string, InputPort>>;
  readonly outputs: Readonly<Record<string, OutputPort>>;
  readonly inner: Readonly<Record<string, OutputPort>>;
}
