import { Problem, type JsonValue } from '@jacquard/flow';
import { createDocumentText } from '../create-document-text.ts';
import type { FormatReader } from '../format-reader.ts';
import { decodeText } from './decode-text.ts';
import { parseJson } from './json-parse.ts';
import { writeJson } from './json-body.ts';

/**
 * JSON, and JSON a line (`.jsonl`). A list of objects is a table; all else are lines `path: value`. Throws
 * `document-damaged` for what is neither.
 */
export const jsonReader: FormatReader = async (bytes, _about, { limits }) => {
  const content = decodeText(bytes);
  const text = createDocumentText(limits);
  writeJson(parseJson(content) ?? parseLines(content), text);
  return { ...text.finish(), warnings: [] };
};

function parseLines(content: string): JsonValue {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const value = parseJson(line);
    if (value === undefined) throw new Problem('document-damaged');
    return value;
  });
}
