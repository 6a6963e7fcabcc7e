import { renderTemplate, type JsonValue } from '@jacquard/node-kit';

/** A template with its gaps filled, and no more than one empty line where one was left empty. */
export function renderPrompt(template: string, values: Readonly<Record<string, JsonValue>>): string {
  return renderTemplate(template.replaceAll(/\{\{\s*(\w+)\s*\}\}\n+/gu, dropEmptyGap(values)), values).trim();
}

/** A gap on lines of its own goes with its line breaks where nothing stands in it; what stands in others is never touched. */
function dropEmptyGap(values: Readonly<Record<string, JsonValue>>) {
  return (gap: string, name: string): string => (values[name] === '' ? '' : gap);
}

/** Thoughts one below the other, numbered, as a prompt shows them. */
export function numberThoughts(texts: readonly string[]): string {
  const separator = texts.some((text) => text.includes('\n')) ? '\n\n' : '\n';
  return texts.map((text, index) => `${index + 1}. ${text}`).join(separator);
}
