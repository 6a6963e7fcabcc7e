import { cutText } from './cut-text.ts';

/** A person's words within a note: none of their signs is taken for Markdown, none ends its line. */
export function escapeMarkdown(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const cut = cutText(line, 80);
  const short = cut.length < line.length ? `${cut}…` : line;
  return short.replaceAll(/[\\`*_[\]{}<>()#+\-.!|~&$]/gu, String.raw`\$&`);
}
