import type { CanvasNode } from '@jacquard/canvas';
import type { InputPort } from '@jacquard/flow';

const wide: ReadonlySet<string> = new Set([
  'template',
  'json',
  'json-schema',
  'table',
  'lines',
  'expression',
  'code',
  'markdown',
]);

/** True when an input on the node has a field that stands below its name, since it needs the width. */
export function isStackedInput({ wired }: CanvasNode, name: string, port: InputPort): boolean {
  if (wired.has(name) || port.wireOnly === true) return false;
  return port.multiline === true || (port.field !== undefined && wide.has(port.field));
}
