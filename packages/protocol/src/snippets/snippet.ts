/** Ways in which a flow is called, in the order in which they are offered. */
export const snippetLanguages = ['curl', 'typescript', 'python', 'openai-python', 'openai-typescript', 'mcp'] as const;
export type SnippetLanguage = (typeof snippetLanguages)[number];

/**
 * What a snippet shows. `answer`: waits for it. `stream`: reads it while it is written. `conversation`: what was said before is known.
 * `background`: starts a run and comes back. `batch`: many inputs at once. The others: the settings of one MCP client each.
 */
export type SnippetMode =
  | 'answer'
  | 'stream'
  | 'conversation'
  | 'background'
  | 'batch'
  | 'claude-code'
  | 'claude-desktop'
  | 'vs-code'
  | 'cursor';

/** A program, or settings, to be copied. */
export interface Snippet {
  readonly language: SnippetLanguage;
  readonly mode: SnippetMode;
  readonly syntax: 'shell' | 'typescript' | 'python' | 'json';
  /** The file that it belongs in, where it must be a certain one. */
  readonly file?: string;
  readonly text: string;
}
