import type { Input, Suggestion } from '@jacquard/flow';
import type { Command } from '../command.ts';
import { findNode } from '../find-node.ts';
import { setInput, setType } from './edit-node.ts';
import { rewireNode } from './rewire-node.ts';
import { setOverride } from './set-override.ts';

/** Makes the change that an issue suggests. */
export function applySuggestion(suggestion: Suggestion): Command {
  switch (suggestion.do) {
    case 'set-input':
      return setInput(suggestion.node, suggestion.port, suggestion.input as Input); // boundary: the checks write inputs here
    case 'replace-source':
      return replaceSource(suggestion.node, suggestion.from, suggestion.to);
    case 'remove-input':
      return setInput(suggestion.node, suggestion.port, undefined);
    case 'remove-override':
      return setOverride(suggestion.node, suggestion.port, false);
    default:
      return setType(suggestion.node, suggestion.type);
  }
}

function replaceSource(id: string, from: string, to: string): Command {
  return (draft) => {
    const found = findNode(draft, id);
    if (found) rewireNode(found.node, (address) => (address === from ? to : address));
  };
}
