import { nodesById, parseFlowText, type FlowDocument, type Unfolding } from '@jacquard/flow';
import * as fc from 'fast-check';
import { copyNodes } from '../clipboard/copy-nodes.ts';
import { pasteFlow } from '../clipboard/paste-flow.ts';
import type { Command } from '../command.ts';
import { addNode, moveNodes, resizeNode } from '../commands/add-node.ts';
import { connect, disconnect } from '../commands/connect.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { setName } from '../commands/edit-flow.ts';
import {
  setDisabled,
  setErrorHandling,
  setInput,
  setScopeOutput,
  setScopeState,
  setTitle,
  setType,
  setUntil,
} from '../commands/edit-node.ts';
import { addToGroup, editGroup, groupNodes, takeOutOfGroups, ungroup } from '../commands/edit-groups.ts';
import { addNote, editNote } from '../commands/edit-notes.ts';
import { dissolveScope, setCollapsed, wrapNodes } from '../commands/edit-scope.ts';
import { deleteAndJoin } from '../commands/heal-wires.ts';
import { insertOnWire } from '../commands/insert-on-wire.ts';
import { planScopeMove } from '../commands/plan-scope-move.ts';
import { replaceNode } from '../commands/replace-node.ts';
import { inPlaceOf, readingEnd, rewireEnd } from '../commands/rewire-end.ts';
import { setOverride } from '../commands/set-override.ts';
import { unfoldNode } from '../commands/unfold-node.ts';
import { nodeIdFor } from '../node-id-for.ts';
import { projectFlow } from '../projection/project-flow.ts';
import { flowEdit } from './random-flow-edits.ts';
import { sampleDescriptors } from './sample-descriptors.ts';

/** What a person does next, given what is on the canvas. */
export type RandomEdit = (flow: FlowDocument) => Command;

const nothing: Command = () => undefined;
const types = ['models.chat', 'data.join', 'control.for-each', 'any.constructor'];
const ports = ['text', 'texts', 'prompt', 'constructor', 'all'];
const draw = fc.nat(1000);
const port = fc.constantFrom(...ports);
const position = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) });

/** One of the flow's nodes, at the top or in a scope. */
export function drawNode(flow: FlowDocument, number: number): string | undefined {
  const ids = [...nodesById(flow).keys()];
  return ids[number % Math.max(ids.length, 1)];
}

function onNode(edit: (id: string, flow: FlowDocument) => Command): fc.Arbitrary<RandomEdit> {
  return draw.map((number) => (flow) => {
    const id = drawNode(flow, number);
    return id === undefined ? nothing : edit(id, flow);
  });
}

const added = fc
  .tuple(fc.constantFrom(...types), position, fc.option(draw, { nil: undefined }))
  .map(([type, at, within]): RandomEdit => (flow) => {
    const scope = within === undefined ? undefined : drawNode(flow, within);
    return addNode(nodeIdFor(type, flow), { type }, 1, at, scope);
  });

const wired = fc
  .tuple(draw, draw, port, port, fc.constantFrom('connect', 'list', 'disconnect'))
  .map(([one, other, out, into, what]): RandomEdit => (flow) => {
    const [source, node] = [drawNode(flow, one), drawNode(flow, other)];
    if (source === undefined || node === undefined) return nothing;
    const from = `${source}.${out}`;
    return what === 'disconnect'
      ? disconnect(from, { node, port: into })
      : connect(from, { node, port: into }, what === 'list');
  });

const pasted = fc.tuple(fc.array(draw, { maxLength: 3 }), position).map(([numbers, at]): RandomEdit => (flow) => {
  const ids = numbers.flatMap((number) => drawNode(flow, number) ?? []);
  const copied = parseFlowText(copyNodes(flow, ids)).flow;
  return copied === undefined ? nothing : pasteFlow(flow, copied, at).command;
});

const noted = fc
  .tuple(fc.constantFrom('hint', 'note'), position, fc.constantFrom('a', 'a\nb'))
  .chain(([id, at, text]) =>
    fc.constantFrom<RandomEdit>(
      () => addNote(id, at, text),
      () => editNote(id, { text, position: at }),
      () => deleteSelection({ notes: [id] }),
    ),
  );

const filled = fc
  .tuple(port, fc.constantFrom(1, 'a', 'b\nc', undefined, { value: { b: 1, a: 2 } }))
  .chain(([name, input]) => onNode((id) => setInput(id, name, input)));

const allowed = fc
  .tuple(port, fc.boolean())
  .chain(([name, isAllowed]) => onNode((id) => setOverride(id, name, isAllowed)));

const grouped = fc
  .tuple(fc.constantFrom('work', 'group', 'constructor'), fc.array(draw, { maxLength: 4 }), fc.boolean())
  .chain(([id, numbers, isFolded]) => {
    const drawn = (flow: FlowDocument): string[] => numbers.flatMap((number) => drawNode(flow, number) ?? []);
    return fc.constantFrom<RandomEdit>(
      (flow) => groupNodes(id, drawn(flow), 'Group'),
      (flow) => addToGroup(id, drawn(flow)),
      (flow) => takeOutOfGroups(drawn(flow)),
      () => editGroup(id, { title: 'Other', color: 'teal', collapsed: isFolded }),
      () => ungroup(id),
    );
  });

const scoped = fc.tuple(fc.array(draw, { maxLength: 4 }), position).chain(([numbers, at]) => {
  return fc.constantFrom<RandomEdit>(
    (flow) => {
      const scope = { id: nodeIdFor('control.sub-flow', flow), type: 'control.sub-flow', version: 1 };
      const ids = numbers.flatMap((number) => drawNode(flow, number) ?? []);
      return wrapNodes(scope, ids, Object.fromEntries(ids.map((id) => [id, at])));
    },
    (flow) => {
      const scope = [...nodesById(flow).values()].find(({ node }) => node.nodes);
      const inner = Object.keys(scope?.node.nodes ?? {});
      return dissolveScope(scope?.id ?? '', Object.fromEntries(inner.map((id) => [id, at])));
    },
    (flow) => setCollapsed(drawNode(flow, numbers[0] ?? 0) ?? '', numbers.length > 1, at),
  );
});

/** On one of the wires: a node is put in, or its end goes to another output or away. */
const onWire = fc.tuple(draw, draw, fc.boolean()).map(([one, other, isInserted]): RandomEdit => (flow) => {
  const { wires } = projectFlow(flow, sampleDescriptors);
  const wire = wires[one % Math.max(wires.length, 1)];
  if (!wire) return nothing;
  const end = readingEnd(wire);
  const id = drawNode(flow, other) ?? '';
  if (!isInserted) return rewireEnd(end, inPlaceOf(wire.from, other % 3 === 0 ? undefined : `${id}.text`));
  const insertion = insertOnWire(flow, sampleDescriptors, { from: wire.from, to: end }, id);
  return insertion.isAllowed ? insertion.command : nothing;
});

/** Nodes go into a scope, out of one, or to another, wherever they stand. */
const movedOver = fc
  .tuple(fc.array(draw, { maxLength: 3 }), fc.option(draw, { nil: undefined }), position)
  .map(([numbers, within, at]): RandomEdit => (flow) => {
    const ids = numbers.flatMap((number) => drawNode(flow, number) ?? []);
    const scopes = [...nodesById(flow).values()].filter(({ node }) => node.nodes);
    const ports = new Map(projectFlow(flow, sampleDescriptors).nodes.map((node) => [node.id, node.ports]));
    const places = Object.fromEntries(ids.map((id) => [id, at]));
    const scope = within === undefined ? undefined : scopes[within % Math.max(scopes.length, 1)]?.id;
    const plan = planScopeMove({ flow, descriptors: sampleDescriptors, ports, places }, ids, scope);
    return 'command' in plan ? plan.command : nothing;
  });

const replaced = fc
  .constantFrom(...types, 'data.split')
  .chain((type) => onNode((id, flow) => replaceNode(flow, sampleDescriptors, id, type)?.command ?? nothing));

const chat = sampleDescriptors.get('models.chat');
const unfolding: Unfolding = {
  nodes: {
    asked: { type: 'models.chat', inputs: { model: { of: 'model' }, prompt: { of: 'prompt' } } },
    joined: { type: 'data.join', inputs: { texts: [{ from: 'asked.answer' }] } },
  },
  outputs: { answer: 'joined.text' },
};
const unfoldable = chat
  ? new Map(sampleDescriptors).set(chat.type, { ...chat, unfolds: [unfolding] })
  : sampleDescriptors;
const unfolded = position.chain((at) =>
  onNode((id, flow) => unfoldNode(flow, unfoldable, id, { position: at, language: 'en' }) ?? nothing),
);

/** Anything that a person may do to a flow. */
export const randomEdit: fc.Arbitrary<RandomEdit> = fc.oneof(
  { weight: 3, arbitrary: added },
  { weight: 3, arbitrary: wired },
  { weight: 2, arbitrary: pasted },
  { weight: 2, arbitrary: noted },
  { weight: 4, arbitrary: filled },
  { weight: 2, arbitrary: allowed },
  { weight: 3, arbitrary: grouped },
  { weight: 3, arbitrary: scoped },
  { weight: 3, arbitrary: onNode((id) => deleteSelection({ nodes: [id] })) },
  { weight: 2, arbitrary: onNode((id, flow) => deleteAndJoin(flow, sampleDescriptors, [id]).command) },
  { weight: 2, arbitrary: onWire },
  { weight: 3, arbitrary: movedOver },
  { weight: 2, arbitrary: replaced },
  { weight: 2, arbitrary: flowEdit },
  { weight: 1, arbitrary: unfolded },
  fc.tuple(draw, draw).map(([one, other]): RandomEdit => (flow) => {
    return deleteSelection({ nodes: [drawNode(flow, one) ?? '', drawNode(flow, other) ?? ''] });
  }),
  position.chain((at) => onNode((id) => moveNodes({ [id]: at }))),
  onNode((id) => resizeNode(id, { width: 100, height: 80 })),
  fc.constantFrom('Title', '', 'Other').chain((title) => onNode((id) => setTitle(id, title))),
  fc.boolean().chain((isDisabled) => onNode((id) => setDisabled([id], isDisabled))),
  fc.constantFrom(...types).chain((type) => onNode((id) => setType(id, type))),
  fc.constantFrom(undefined, 5).chain((timeout) => onNode((id) => setErrorHandling(id, { timeout, onError: 'port' }))),
  fc.constantFrom(undefined, { first: 1, next: 2 }).chain((state) => onNode((id) => setScopeState(id, 'draft', state))),
  fc.constantFrom(undefined, 'part.answer').chain((from) => onNode((id) => setScopeOutput(id, 'all', from))),
  fc.constantFrom(undefined, true).chain((until) => onNode((id) => setUntil(id, until))),
  fc.constantFrom('Sample', 'Other').map(
    (name): RandomEdit =>
      () =>
        setName(name),
  ),
);
