import type { Input, Suggestion } from '@jacquard/flow';
import type { Command } from '../command.ts';
import { setInput, setType } from './edit-node.ts';

/** Makes the change that an issue suggests. */
export function applySuggestion(suggestion: Suggestion): Command {
  switch (suggestion.do) {
    case 'set-input':
      return setInput(suggestion.node, suggestion.port, suggestion.input as Input); // boundary: the checks write inputs here
    case 'remove-input':
      return setInput(suggestion.node, suggestion.port, undefined);
    default:
      return setType(suggestion.node, suggestion.type);
  }
}
