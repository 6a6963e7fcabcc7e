import { frameAround, groupElementId, type Box, type CanvasView, type ViewGroup } from '@jacquard/canvas';
import type { CanvasElement } from '../canvas-elements.ts';
import type { GroupFrameNode } from './group-frame.tsx';

const least = { width: 560, height: 300 };
/** Right of and below what stands in a scope: its outputs, and what can be added. */
const spare = { right: 170, bottom: 60 };
const unmeasured = { width: 252, height: 180 };

/** Without any of these, and without groups, there is nothing to fit. */
const framed: ReadonlySet<string> = new Set(['scope', 'stage', 'group-frame']);

/**
 * Fits frames around what stands in them, as it is drawn at the moment: scopes grow with their nodes, groups follow theirs
 * while they are dragged. Elements that fit stay the same object. `before`: where frames are kept from, when `elements` has none.
 */
export function fitAround(
  elements: readonly CanvasElement[],
  { groups }: Pick<CanvasView, 'groups'>,
  before: readonly CanvasElement[] = elements,
): CanvasElement[] {
  if (groups.length === 0 && !elements.some(({ type }) => type !== undefined && framed.has(type))) return [...elements];
  const fitted = new Map(
    elements.flatMap((element) => (element.type === 'group-frame' ? [] : [[element.id, element]])),
  );
  const children = new Map<string | undefined, CanvasElement[]>();
  for (const element of fitted.values()) {
    if (element.type === 'note') continue;
    const beside = children.get(element.parentId);
    if (beside) beside.push(element);
    else children.set(element.parentId, [element]);
  }
  const isLeft = (scope: string): boolean => (children.get(scope) ?? []).some(({ dragging }) => dragging === true);
  const inside = (scope: string | undefined): Box[] =>
    (children.get(scope) ?? []).flatMap(({ id, type }) => (type === 'stage' ? [] : boxOf(fitted.get(id))));
  for (const element of [...fitted.values()].toReversed()) {
    // A frame from which something is dragged stays as it is: else nothing could be dragged out of it.
    const isFitted = element.type === 'scope' && !isLeft(element.id);
    const next = isFitted ? fitScope(element, inside(element.id)) : element;
    fitted.set(element.id, next.type === 'stage' ? fitStage(next, inside(undefined)) : next);
  }
  const frames = groups.flatMap((group) => fitFrame(group, fitted, before));
  return inOrder([...fitted.values()], frames);
}

function boxOf(element: CanvasElement | undefined): Box[] {
  if (!element) return [];
  const width = element.type === 'scope' ? element.width : (element.measured?.width ?? element.width);
  const height = element.type === 'scope' ? element.height : (element.measured?.height ?? element.height);
  return [{ ...element.position, width: width ?? unmeasured.width, height: height ?? unmeasured.height }];
}

type ScopeElement = Extract<CanvasElement, { type?: 'scope' }>;

function fitScope(element: ScopeElement, inside: readonly Box[]): ScopeElement {
  const wanted = element.resizing ? element : element.data.canvasNode.size;
  return sized(element, inside, { width: wanted?.width ?? least.width, height: wanted?.height ?? least.height });
}

function fitStage<Element extends CanvasElement>(element: Element, inside: readonly Box[]): Element {
  return sized(element, inside, least);
}

function sized<Element extends CanvasElement>(
  element: Element,
  inside: readonly Box[],
  atLeast: { readonly width: number; readonly height: number },
): Element {
  const width = Math.max(atLeast.width, ...inside.map((box) => box.x + box.width + spare.right));
  const height = Math.max(atLeast.height, ...inside.map((box) => box.y + box.height + spare.bottom));
  return element.width === width && element.height === height ? element : { ...element, width, height };
}

function fitFrame(
  group: ViewGroup,
  fitted: ReadonlyMap<string, CanvasElement>,
  before: readonly CanvasElement[],
): GroupFrameNode[] {
  const boxes = group.isCollapsed ? [] : group.nodes.flatMap(({ id }) => boxOf(fitted.get(id)));
  if (boxes.length === 0) return [];
  const { x, y, width, height } = frameAround(boxes);
  const id = groupElementId(group.id);
  const old = before.find((element) => element.id === id);
  const isSame =
    old?.type === 'group-frame' &&
    old.data.group === group &&
    old.position.x === x &&
    old.position.y === y &&
    old.width === width &&
    old.height === height;
  if (isSame) return [old];
  return [
    {
      id,
      type: 'group-frame',
      position: { x, y },
      width,
      height,
      data: { group },
      selectable: false,
      focusable: false,
      dragHandle: '.group-title',
      zIndex: -1,
      style: { pointerEvents: 'none' },
      ...(group.scope !== undefined && { parentId: group.scope }),
    },
  ];
}

/** Frames stand behind their nodes: at the top before all nodes, in a scope right after it. */
function inOrder(elements: readonly CanvasElement[], frames: readonly GroupFrameNode[]): CanvasElement[] {
  if (frames.length === 0) return [...elements];
  const notes = elements.filter(({ type }) => type === 'note');
  const others = elements.filter(({ type }) => type !== 'note');
  const top = frames.filter(({ parentId }) => parentId === undefined);
  const placed = others.flatMap((element) => [element, ...frames.filter(({ parentId }) => parentId === element.id)]);
  return [...notes, ...top, ...placed];
}
