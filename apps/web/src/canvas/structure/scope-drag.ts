import type { FlowDocument } from '@jacquard/flow';
import { useEditor } from '../../state/editor-store.ts';
import { loadPart } from '../../values/load-part.ts';
import type { CanvasElement } from '../canvas-elements.ts';
import type { Drawn, Landing } from './drag-landing.ts';
import type * as ScopeDrop from './scope-drop.ts';

/** What puts nodes into loops comes with the first drag in a flow that has one. */
let part: typeof ScopeDrop | undefined;
let landings: readonly Landing[] = [];

async function load(): Promise<typeof ScopeDrop> {
  part ??= await loadPart(async () => import('./scope-drop.ts'));
  return part;
}

function hasScopes(): boolean {
  return useEditor.getState().derived?.canvas.nodes.some(({ node }) => node.nodes) === true;
}

/** Nodes are taken up. */
export function takeUp(): void {
  if (hasScopes()) void load();
}

/** Nodes are held somewhere: the frames that they would go into, or leave, show it. */
export function holdNodes(dragged: readonly CanvasElement[], drawn: Drawn): void {
  landings = part?.holdOverScopes(dragged, drawn) ?? [];
}

/** The flow as it would be if the nodes were let go where they are held; undefined where they would stay in their own graph. */
export function heldDocument(): FlowDocument | undefined {
  return landings.length === 0 ? undefined : part?.documentWith(landings);
}

/** Nodes are let go: those over another frame go into it, as a part of the gesture that dragged them. */
export function letNodesGo(dragged: readonly CanvasElement[], drawn: Drawn, gesture: string | undefined): void {
  if (part) part.dropIntoScopes(landings, gesture);
  else if (hasScopes()) {
    void load().then((loaded) => loaded.dropIntoScopes(loaded.holdOverScopes(dragged, drawn), gesture));
  }
  landings = [];
}
