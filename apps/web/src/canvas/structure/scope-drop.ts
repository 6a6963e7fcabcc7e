import { isInterfaceRole, nodesById, type FlowDocument } from '@jacquard/flow';
import { applyCommand, planScopeMove, projectFlow, type ScopeMovePlan } from '@jacquard/canvas';
import { changeFlow, useEditor } from '../../state/editor-store.ts';
import { knownFlows } from '../../state/known-flows.ts';
import { translate } from '../actions/tell.ts';
import type { CanvasElement } from '../canvas-elements.ts';
import { titleOf } from '../ports/port-names.ts';
import { landingsOf, type Drawn, type Landing } from './drag-landing.ts';
import { holdOver, letGo, type Holding } from './held-scopes.ts';
import { placeInside } from './inside-scope.ts';
import { tellMoved } from './tell-moved.ts';

/** While nodes are dragged: marks the frames that they would go into or leave. Gives what would change places. */
export function holdOverScopes(dragged: readonly CanvasElement[], drawn: Drawn): readonly Landing[] {
  const crossing = landingsOf(dragged, drawn).filter(({ from, to }) => from !== to);
  const held = new Map<string, Holding>();
  let reason = '';
  for (const { nodes, from, to } of crossing) {
    if (from !== undefined && !held.has(from)) held.set(from, 'leaves');
    if (to === undefined || held.get(to) === 'fits') continue;
    const fits = nodes.some(canGoIn);
    held.set(to, fits ? 'fits' : 'refused');
    if (!fits) reason = translate('structure.stays-outside');
  }
  holdOver(held, [...held.values()].includes('fits') ? '' : reason);
  return crossing;
}

function canGoIn(id: string): boolean {
  const node = useEditor.getState().derived?.canvas.nodes.find((one) => one.id === id);
  return !isInterfaceRole(node?.descriptor?.role);
}

/** The flow as it would be with the nodes where they are held. */
export function documentWith(landings: readonly Landing[]): FlowDocument | undefined {
  const flow = useEditor.getState().history?.document;
  return landings.reduce((document, landing) => {
    const plan = document && planLanding(document, landing);
    return plan ? applyCommand(document, plan.command) : document;
  }, flow);
}

/** Moves what was let go over another frame, as a part of the gesture that dragged it; says which wires ended. */
export function dropIntoScopes(landings: readonly Landing[], gesture: string | undefined): void {
  letGo();
  moveLandings(landings, gesture, false);
}

/** Moves nodes to other graphs of the flow. `isAlwaysTold`: also when every wire found its way. */
export function moveLandings(landings: readonly Landing[], gesture: string | undefined, isAlwaysTold: boolean): void {
  for (const landing of landings) {
    const { history, broken, peek } = useEditor.getState();
    const plan = history && !broken && !peek ? planLanding(history.document, landing) : undefined;
    if (!plan) continue;
    const before = titleOf(landing.from ?? '');
    changeFlow(plan.command, gesture);
    if (isAlwaysTold || plan.cut.length > 0)
      tellMoved(plan, landing.to === undefined ? { out: before } : { into: landing.to });
  }
}

function planLanding(flow: FlowDocument, { nodes, to, places }: Landing): ScopeMovePlan | undefined {
  const { descriptors } = useEditor.getState();
  const canvas = projectFlow(flow, descriptors, { flowInterface: knownFlows.interfaceOf });
  const ports = new Map(canvas.nodes.map((node) => [node.id, node.ports]));
  const inside = Object.entries(places).map(
    ([id, place]) => [id, to === undefined ? place : placeInside(place)] as const,
  );
  const known = nodesById(flow);
  const ground = { flow, descriptors, ports, places: Object.fromEntries(inside) };
  const plan = planScopeMove(
    ground,
    nodes.filter((id) => known.has(id)),
    to,
  );
  return 'command' in plan && plan.moved.length > 0 ? plan : undefined;
}
