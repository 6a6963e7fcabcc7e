import type { Command } from '../command.ts';

/** The flow's name. */
export function setName(name: string): Command {
  return (draft) => {
    draft.name = name;
  };
}
