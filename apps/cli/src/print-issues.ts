import type { Issue } from '@jacquard/flow';
import { message } from '@jacquard/messages';
import '@jacquard/messages/command-line';
import { plainText } from './plain-text.ts';
import type { Terminal } from './terminal.ts';

/** One line an issue: file, node and port, then the sentence. */
export function printIssues(terminal: Terminal, path: string, issues: readonly Issue[]): void {
  for (const { code, params, node, port, severity } of issues) {
    const place = [path, [node, port].filter(Boolean).join('.')].filter(Boolean).join(': ');
    const mark = severity === 'error' ? '✗' : '!';
    terminal.stderr.write(plainText(`${mark} ${place}: ${message(code, params, terminal.language)}\n`));
  }
}
