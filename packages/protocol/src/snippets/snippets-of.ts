import type { CallSubject } from './call-subject.ts';
import { curlSnippets } from './curl-snippets.ts';
import { mcpSnippets } from './mcp-snippets.ts';
import { openaiSnippets } from './openai-snippets.ts';
import { pythonSnippets } from './python-snippets.ts';
import type { Snippet } from './snippet.ts';
import { typescriptSnippets } from './typescript-snippets.ts';

/**
 * Programs and settings that call a flow, filled with its own fields. Pure: web app, command line and server write the same. Names,
 * defaults and examples are a stranger's: whatever they hold, each stays within its quotes.
 */
export function snippetsOf(subject: CallSubject): readonly Snippet[] {
  return [curlSnippets, typescriptSnippets, pythonSnippets, openaiSnippets, mcpSnippets].flatMap((write) =>
    write(subject),
  );
}
