import type { CanvasNode } from '@jacquard/canvas';

/** The output that matters most: the one that says so, else the first. */
export function mainPort({ descriptor, ports }: CanvasNode): string | undefined {
  const outputs = Object.entries(ports.outputs).filter(([name]) => name !== 'error');
  const main = outputs.find(([name]) => descriptor?.outputs[name]?.main === true) ?? outputs[0];
  return main?.[0];
}
