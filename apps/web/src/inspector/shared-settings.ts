import { inOrder, setInput, type CanvasNode, type Command } from '@jacquard/canvas';
import { jsonEquals, literalOf, secretOf, type Input, type InputPort, type JsonValue } from '@jacquard/flow';
import { isPortVisible } from '../canvas/nodes/shown-ports.ts';

/** A setting that all selected nodes have, by name and kind. */
export interface SharedSetting {
  readonly name: string;
  readonly port: InputPort;
  /** The same in all nodes; undefined where it stands nowhere, too. */
  readonly input: Input | undefined;
  /** The nodes hold different values. */
  readonly isDifferent: boolean;
}

/**
 * The settings that all nodes share: fields of the same name, kind and editor that no wire fills in any of them. Bounds
 * are the narrowest of all.
 */
export function sharedSettings(nodes: readonly CanvasNode[]): readonly SharedSetting[] {
  const [first, ...others] = nodes;
  if (!first) return [];
  return Object.entries(first.ports.inputs).flatMap(([name, port]): SharedSetting[] => {
    if (!hasField(first, name, port)) return [];
    const ports = others.map((node) => node.ports.inputs[name]);
    const isShared = others.every((node, at) => {
      const other = ports[at];
      return other !== undefined && hasField(node, name, other) && isSameField(port, other);
    });
    if (!isShared) return [];
    const values = nodes.map((node) => valueOf(node, name));
    const isDifferent = values.some((value) => !jsonEquals(value, values[0]));
    const all = [port, ...ports].filter((one) => one !== undefined);
    return [
      { name, port: narrowest(port, all), input: isDifferent ? undefined : first.node.inputs?.[name], isDifferent },
    ];
  });
}

/** Sets one input of all nodes, as one step of undo. */
export function setSharedInput(nodes: readonly CanvasNode[], name: string, input: Input | undefined): Command {
  return inOrder(...nodes.map(({ id }) => setInput(id, name, input)));
}

function hasField(node: CanvasNode, name: string, port: InputPort): boolean {
  return port.wireOnly !== true && !node.wired.has(name) && isPortVisible(node, port);
}

function isSameField(one: InputPort, other: InputPort): boolean {
  return (
    one.field === other.field &&
    one.secret === other.secret &&
    one.multiline === other.multiline &&
    JSON.stringify(one.kind) === JSON.stringify(other.kind)
  );
}

/** What the node takes: what stands in its field, or its default. */
function valueOf({ node, ports }: CanvasNode, name: string): JsonValue {
  const input = node.inputs?.[name];
  if (input === undefined || input === null) return ports.inputs[name]?.default ?? null;
  const secret = secretOf(input);
  return secret === undefined ? (literalOf(input) ?? JSON.stringify(input)) : { secret };
}

function narrowest(port: InputPort, all: readonly InputPort[]): InputPort {
  const least = all.flatMap(({ min }) => min ?? []);
  const most = all.flatMap(({ max }) => max ?? []);
  return {
    ...port,
    ...(least.length > 0 && { min: Math.max(...least) }),
    ...(most.length > 0 && { max: Math.min(...most) }),
  };
}
