import { isInputList, ownValue, sourcesOf, type Input } from '@jacquard/flow';
import type { Command } from '../command.ts';
import { findNode } from '../find-node.ts';
import { replaceSources } from './replace-sources.ts';

/** Where a wire ends. */
export interface WireEnd {
  readonly node: string;
  readonly port: string;
}

/** Wires an output to an input. A list port takes one more, any other port takes it instead of what it held. */
export function connect(from: string, to: WireEnd, onList = false): Command {
  return (draft) => {
    const node = findNode(draft, to.node)?.node;
    if (!node) return;
    const inputs = node.inputs ?? (node.inputs = {});
    const held = ownValue(inputs, to.port);
    inputs[to.port] = onList ? withSource(held, from) : { from };
  };
}

function withSource(held: Input | undefined, from: string): Input {
  if (held === undefined || held === null) return { from };
  if (sourcesOf(held).includes(from)) return held;
  return isInputList(held) ? [...held, { from }] : [held, { from }];
}

/** Takes a wire away; a list port keeps its other items. */
export function disconnect(from: string, to: WireEnd): Command {
  return (draft) => {
    const node = findNode(draft, to.node)?.node;
    const held = ownValue(node?.inputs, to.port);
    if (!node?.inputs || held === undefined) return;
    const left = replaceSources(held, (address) => (address === from ? undefined : address));
    if (left === undefined) delete node.inputs[to.port];
    else node.inputs[to.port] = left;
    if (Object.keys(node.inputs).length === 0) delete node.inputs;
  };
}
