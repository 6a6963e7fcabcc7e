import { propertyRuns, propertyTimeout } from '@jacquard/flow/testing';
import type { FlowDocument, FlowNode } from '@jacquard/flow';
import ElkConstructor from 'elkjs/lib/elk.bundled.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand, inOrder } from './command.ts';
import { moveNodes, resizeNode } from './commands/add-node.ts';
import { overlaps } from './free-place.ts';
import { layoutFlow } from './layout-flow.ts';
import { layoutTree, type LayoutItem, type NodeSizes } from './layout-tree.ts';
import { projectFlow } from './projection/project-flow.ts';
import { viewFlow, type CanvasView } from './projection/view-flow.ts';
import { sampleDescriptors } from './testing/sample-descriptors.ts';

const elk = new ElkConstructor.default();

/** A flow of up to 14 nodes, some of them scopes in scopes, some in groups; some scopes and groups are folded. */
const randomFlow = fc
  .record({
    kinds: fc.array(fc.constantFrom('node', 'node', 'node', 'scope'), { minLength: 2, maxLength: 14 }),
    parents: fc.array(fc.nat(20), { minLength: 14, maxLength: 14 }),
    wires: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 16 }),
    groups: fc.array(fc.array(fc.nat(13), { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
    folded: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
    places: fc.array(fc.tuple(fc.nat(900), fc.nat(700)), { minLength: 14, maxLength: 14 }),
  })
  .map(({ kinds, parents, wires, groups, folded, places }): FlowDocument => {
    const nodes: Record<string, FlowNode> = {};
    const holders: Record<string, FlowNode>[] = [nodes];
    const readers = kinds.map((kind, index) => {
      const inputs = wires.flatMap(([from, to]) => (to === index && from < to ? [{ from: `n${from}.text` }] : []));
      const inner: Record<string, FlowNode> = {};
      const node =
        kind === 'scope'
          ? { type: 'control.for-each', nodes: inner }
          : { type: 'data.join', inputs: { texts: inputs } };
      const holder = holders[(parents[index] ?? 0) % holders.length] ?? nodes;
      holder[`n${index}`] = node;
      if (kind === 'scope') holders.push(inner);
      return node;
    });
    return {
      jacquard: 1,
      name: 'Random',
      nodes,
      layout: {
        nodes: Object.fromEntries(
          readers.map((_node, index) => {
            const [x = 0, y = 0] = places[index] ?? [];
            return [`n${index}`, { x, y, ...(folded[index] && { collapsed: true }) }];
          }),
        ),
        groups: Object.fromEntries(
          groups.map((members, index) => {
            const collapsed = folded[19 - index] === true;
            return [`g${index}`, { title: 'Group', nodes: members.map((member) => `n${member}`), collapsed }];
          }),
        ),
      },
    };
  });

function viewOf(flow: FlowDocument): CanvasView {
  return viewFlow(projectFlow(flow, sampleDescriptors), flow.layout?.groups);
}

/** As they are drawn: frames as large as the document says, everything else by its number. */
function sizesOf({ nodes }: CanvasView): NodeSizes {
  return new Map(
    nodes.map(({ id, size, isCollapsed }) => {
      const own = { width: 252, height: 90 + (Number(id.slice(1)) % 5) * 70 };
      return [id, (!isCollapsed && size) || own];
    }),
  );
}

function overlapping(items: readonly LayoutItem[]): string[] {
  const pairs = items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const));
  const here = pairs.filter(([one, other]) => overlaps(one, other)).map(([one, other]) => `${one.id} over ${other.id}`);
  return [...here, ...items.flatMap(({ children }) => overlapping(children))];
}

/** Boxes that stick out of the scope around them. */
function outside(items: readonly LayoutItem[]): string[] {
  return items.flatMap(({ group, width, height, children }) => {
    const out = children.filter(
      (box) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height,
    );
    return [...(group ? [] : out.map(({ id }) => id)), ...outside(children)];
  });
}

async function tidied(flow: FlowDocument, only?: ReadonlySet<string>): Promise<readonly LayoutItem[]> {
  const view = viewOf(flow);
  const { positions, sizes } = await layoutFlow(elk, view, sizesOf(view), { only });
  const frames = Object.entries(sizes).map(([id, size]) => resizeNode(id, size));
  const after = viewOf(applyCommand(flow, inOrder(moveNodes(positions), ...frames)));
  return layoutTree(after.nodes, after.groups, sizesOf(after));
}

test(
  'property: of a flow with groups and loops, open and folded, no two boxes overlap',
  { timeout: propertyTimeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(randomFlow, async (flow) => {
        const items = await tidied(flow);
        expect(overlapping(items)).toEqual([]);
        expect(outside(items)).toEqual([]);
      }),
      { numRuns: propertyRuns(60) },
    );
  },
);

test(
  'property: a selection that is tidied covers nothing that it is not, and stays in its loop',
  { timeout: propertyTimeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(randomFlow, fc.uniqueArray(fc.nat(13), { minLength: 1 }), async (flow, numbers) => {
        const only = new Set(numbers.map((number) => `n${number}`));
        const view = viewOf(flow);
        const start = await layoutFlow(elk, view, sizesOf(view));
        const frames = Object.entries(start.sizes).map(([id, size]) => resizeNode(id, size));
        const neat = applyCommand(flow, inOrder(moveNodes(start.positions), ...frames));
        const items = await tidied(neat, only);
        const before = overlapping(layoutTree(viewOf(neat).nodes, viewOf(neat).groups, sizesOf(viewOf(neat))));
        expect(before).toEqual([]);
        expect(overlapping(items)).toEqual([]);
        expect(outside(items)).toEqual([]);
      }),
      { numRuns: propertyRuns(60) },
    );
  },
);
