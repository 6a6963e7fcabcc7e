import type { Input, OnError, Retry, ScopeState } from '@jacquard/flow';
import type { Command, NodeDraft } from '../command.ts';
import { findNode } from '../find-node.ts';
import { dropUnusedTypes } from './drop-unused-types.ts';
import { setOwn } from './set-own.ts';

function edit(id: string, change: (node: NodeDraft) => void): Command {
  return (draft) => {
    const found = findNode(draft, id);
    if (found) change(found.node);
  };
}

/** Sets what an input holds; undefined leaves it to the default. */
export function setInput(id: string, port: string, input: Input | undefined): Command {
  return edit(id, (node) => {
    const inputs = node.inputs ?? (node.inputs = {});
    setOwn(inputs, port, input);
    if (Object.keys(inputs).length === 0) delete node.inputs;
  });
}

/** The node's own name; empty gives back the name of its type. */
export function setTitle(id: string, title: string): Command {
  return edit(id, (node) => setOwn(node, 'title', title.trim() === '' ? undefined : title));
}

/** A disabled node doesn't run, and what hangs on it is skipped. */
export function setDisabled(ids: readonly string[], disabled: boolean): Command {
  return (draft) => ids.forEach((id) => edit(id, (node) => setOwn(node, 'disabled', disabled || undefined))(draft));
}

/** How a node deals with errors; a key that is absent stays, one that is undefined is taken away. */
export interface ErrorHandling {
  readonly onError?: OnError | undefined;
  readonly retry?: Retry | undefined;
  readonly timeout?: number | undefined;
}

/** Sets what happens when the node fails. */
export function setErrorHandling(id: string, handling: ErrorHandling): Command {
  return edit(id, (node) => {
    if ('onError' in handling) setOwn(node, 'onError', handling.onError === 'fail' ? undefined : handling.onError);
    if ('retry' in handling) setOwn(node, 'retry', handling.retry);
    if ('timeout' in handling) setOwn(node, 'timeout', handling.timeout);
  });
}

/** Sets or takes away a variable that `repeat-until` carries from turn to turn. */
export function setScopeState(id: string, name: string, state: ScopeState | undefined): Command {
  return edit(id, (node) => {
    const states = node.state ?? (node.state = {});
    setOwn(states, name, state);
    if (Object.keys(states).length === 0) delete node.state;
  });
}

/** Sets or takes away an output of a scope: where it is read inside. */
export function setScopeOutput(id: string, name: string, from: string | undefined): Command {
  return edit(id, (node) => {
    const outputs = node.outputs ?? (node.outputs = {});
    setOwn(outputs, name, from === undefined ? undefined : { from });
  });
}

/** Sets when `repeat-until` ends. */
export function setUntil(id: string, until: Input | undefined): Command {
  return edit(id, (node) => setOwn(node, 'until', until));
}

/** Replaces a node by one of another type, under its id and with its wires. */
export function setType(id: string, type: string): Command {
  return (draft) => {
    edit(id, (node) => setOwn(node, 'type', type))(draft);
    dropUnusedTypes(draft);
  };
}
