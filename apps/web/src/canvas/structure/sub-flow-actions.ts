import {
  dissolveScope,
  inOrder,
  moveNodes,
  planOpenedSubFlow,
  planSavedSubFlow,
  planSubFlow,
  scopeOrigin,
  type CanvasNode,
  type Position,
  type SubFlowGround,
} from '@jacquard/canvas';
import { literalOf, nodesById, type JsonValue } from '@jacquard/flow';
import { api } from '../../api/api.ts';
import { queryClient, queryKeys } from '../../api/queries.ts';
import { problemSentence, problemText } from '../../api/problem-text.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { saveNow } from '../../state/autosave.ts';
import { changeFlow, select, useEditor } from '../../state/editor-store.ts';
import { knownFlows } from '../../state/known-flows.ts';
import { navigate } from '../../state/route.ts';
import { tell, translate } from '../actions/tell.ts';
import { shownScope } from './entered-store.ts';
import { followTo } from './trail-store.ts';

type Refused = { readonly refused: Parameters<typeof problemSentence>[0] };

function tellRefused({ refused }: Refused): void {
  tell(translate('structure.refused'), problemSentence(refused, currentLanguage()), true);
}

function ground(): SubFlowGround | undefined {
  const { history, derived, descriptors, peek } = useEditor.getState();
  if (!history || !derived || peek) return undefined;
  const nodes = derived.canvas.nodes;
  return {
    flow: history.document,
    descriptors,
    ports: new Map(nodes.map(({ id, ports }) => [id, ports])),
    places: Object.fromEntries(nodes.map(({ id, position }) => [id, position])),
  };
}

/** Turns the selected nodes into a sub-flow that stands open in their place. False when nothing is selected. */
export function wrapSelection(): boolean {
  const at = ground();
  const { selection } = useEditor.getState();
  if (!at || selection.nodes.length === 0) return false;
  const plan = planSubFlow(at, selection.nodes);
  if ('refused' in plan) {
    tellRefused(plan);
    return true;
  }
  changeFlow(inOrder(plan.command, makeRoom(plan.inner)));
  select({ nodes: [plan.id] });
  return true;
}

const cardWidth = 252;
const cardHeight = 260;

/** A frame is larger than what stands in it: what stands right of it or below goes on as far. */
function makeRoom(inner: readonly string[]): ReturnType<typeof moveNodes> {
  const nodes = useEditor.getState().derived?.canvas.nodes ?? [];
  const chosen = nodes.filter(({ id }) => inner.includes(id));
  const right = Math.max(...chosen.map(({ position, size }) => position.x + (size?.width ?? cardWidth)));
  const bottom = Math.max(...chosen.map(({ position, size }) => position.y + (size?.height ?? cardHeight)));
  const others = nodes.filter(({ id, parent }) => parent === chosen[0]?.parent && !inner.includes(id));
  const moved = others.flatMap(({ id, position: { x, y } }): [string, Position][] => {
    if (x >= right - 40) return [[id, { x: x + scopeOrigin.x + 170, y }]];
    return y >= bottom - 40 ? [[id, { x, y: y + scopeOrigin.y + 60 }]] : [];
  });
  return moveNodes(Object.fromEntries(moved));
}

/** Takes an opened sub-flow away and leaves its nodes where it stood. */
export function dissolveSubFlow({ id, node, position }: CanvasNode): void {
  const inner = Object.keys(node.nodes ?? {});
  const nodes = useEditor.getState().derived?.canvas.nodes ?? [];
  const places = nodes.flatMap((one): [string, Position][] => {
    if (one.parent !== id) return [];
    const { x, y } = one.position;
    return [[one.id, { x: position.x + x - scopeOrigin.x, y: position.y + y - scopeOrigin.y }]];
  });
  changeFlow(dissolveScope(id, Object.fromEntries(places)));
  select({ nodes: inner });
}

/** Makes a flow of its own of what stands in an opened sub-flow, which calls that flow from then on. */
export async function saveSubFlow({ id, node, descriptor }: CanvasNode): Promise<void> {
  const at = ground();
  if (!at) return;
  const language = currentLanguage();
  const name = node.title ?? descriptor?.title[language] ?? id;
  const plan = planSavedSubFlow(at, id, name, language, { flow: knownFlows.documentOf });
  if ('refused' in plan) {
    tellRefused(plan);
    return;
  }
  try {
    const saved = await api.createFlow(plan.document as unknown as JsonValue); // boundary: a document is JSON
    knownFlows.remember(saved.id, saved.document, at.descriptors);
    void queryClient.invalidateQueries({ queryKey: queryKeys.flows });
    const { history } = useEditor.getState();
    if (history && nodesById(history.document).get(id)?.node.nodes) changeFlow(plan.close(saved.id));
    tell(translate('structure.saved'), translate('structure.saved-as', { name }));
  } catch (error) {
    tellProblem(error);
  }
}

function tellProblem(error: unknown): void {
  const { detail, hint } = problemText(error, currentLanguage());
  tell(translate('structure.refused'), hint ? `${detail} ${hint}` : detail, true);
}

/** The other flow that a closed sub-flow calls. */
export function calledFlow({ node, descriptor }: CanvasNode): string | undefined {
  const rule = descriptor?.portsFrom?.find((one) => one.rule === 'flow-interface');
  const flow = rule && !node.nodes ? literalOf(node.inputs?.[rule.input]) : undefined;
  return typeof flow === 'string' && flow !== '' ? flow : undefined;
}

/** Goes into the flow that a sub-flow calls; the breadcrumbs lead back. What is unsaved is saved before. */
export async function openCalledFlow(canvasNode: CanvasNode): Promise<void> {
  const flow = calledFlow(canvasNode);
  const { flowId, history } = useEditor.getState();
  if (flow === undefined || flowId === undefined || !history) return;
  await saveNow().catch(() => undefined); // it is tried again, and leaving keeps what waits
  followTo(flow, { flowId, name: history.document.name, scope: shownScope() });
  navigate(`/flows/${encodeURIComponent(flow)}`);
}

/** Puts a copy of the other flow's nodes into the node that calls it. */
export async function openCalledFlowHere(canvasNode: CanvasNode): Promise<void> {
  const flow = calledFlow(canvasNode);
  const { descriptors } = useEditor.getState();
  if (flow === undefined) return;
  try {
    const { document } = await api.flow(flow);
    const { history } = useEditor.getState();
    if (!history) return;
    const plan = planOpenedSubFlow(history.document, descriptors, canvasNode.id, document);
    if ('refused' in plan) tellRefused(plan);
    else changeFlow(inOrder(plan.command, makeRoom([canvasNode.id])));
  } catch (error) {
    tellProblem(error);
  }
}
