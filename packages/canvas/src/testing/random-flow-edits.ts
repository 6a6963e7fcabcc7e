import { checkFlow, nodesById, type FlowDocument } from '@jacquard/flow';
import * as fc from 'fast-check';
import type { Command } from '../command.ts';
import { applySuggestion } from '../commands/apply-suggestion.ts';
import { closeSubFlow } from '../commands/close-sub-flow.ts';
import { planOpenedSubFlow } from '../commands/open-sub-flow.ts';
import { replaceFlow } from '../commands/replace-flow.ts';
import { sampleDescriptors } from './sample-descriptors.ts';
import { sampleFlow } from './sample-flow.ts';

const nothing: Command = () => undefined;

function pick<Item>(items: readonly Item[], number: number): Item | undefined {
  return items[number % Math.max(items.length, 1)];
}

/** Another state of the flow, as a version would have it. */
const otherState: FlowDocument = {
  ...sampleFlow,
  name: 'Restored',
  nodes: Object.fromEntries(Object.entries(sampleFlow.nodes).toReversed().slice(1)),
  layout: { notes: { other: { x: 1, y: 1, text: 'Restored.' } } },
};

function repair(flow: FlowDocument, number: number): Command {
  const suggestions = checkFlow(flow, sampleDescriptors).flatMap(({ suggestion }) => suggestion ?? []);
  const suggestion = pick(suggestions, number);
  return suggestion ? applySuggestion(suggestion) : nothing;
}

function close(flow: FlowDocument, number: number): Command {
  const scope = pick(
    [...nodesById(flow).values()].filter(({ node }) => node.nodes),
    number,
  );
  const extracted = { document: sampleFlow, inputs: {}, outputs: new Map([['all', 'reply']]) };
  return scope ? closeSubFlow(scope.id, 'flow', 'other', extracted) : nothing;
}

function open(flow: FlowDocument, number: number): Command {
  const id = pick([...nodesById(flow).keys()], number) ?? '';
  const plan = planOpenedSubFlow(flow, sampleDescriptors, id, otherState);
  return 'command' in plan ? plan.command : nothing;
}

/** What a person does to the flow as a whole, or to whatever the checks point at. */
export const flowEdit: fc.Arbitrary<(flow: FlowDocument) => Command> = fc
  .tuple(fc.nat(1000), fc.constantFrom('restore', 'repair', 'close', 'open'))
  .map(([number, what]) => (flow) => {
    if (what === 'restore') return replaceFlow(number % 2 === 0 ? otherState : sampleFlow);
    return what === 'repair' ? repair(flow, number) : what === 'close' ? close(flow, number) : open(flow, number);
  });
