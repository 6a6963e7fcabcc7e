import type { Command } from '../command.ts';
import { printIssues } from '../print-issues.ts';
import { isError, openFlowFile } from '../read-flow-file.ts';

/** Says what is wrong with a flow. Runs nothing. */
export const check: Command = async (terminal, [path]) => {
  const { checked, close } = await openFlowFile(terminal, path);
  await close();
  printIssues(terminal, path ?? '', checked.issues);
  if (checked.issues.some(isError)) return 2;
  terminal.say('cli-flow-fine', { file: path ?? '' });
  return 0;
};
