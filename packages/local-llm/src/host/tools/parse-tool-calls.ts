import { jsonValueSchema, type JsonValue } from '@jacquard/flow';
import { z } from 'zod';
import type { HostReplyOf } from '../host-reply.ts';
import type { ToolFormat } from './tool-format.ts';

type ToolCall = NonNullable<HostReplyOf<'sample-end'>['toolCalls']>[number];

const writtenSchema = z.object({
  name: z.string(),
  arguments: jsonValueSchema.optional(),
  parameters: jsonValueSchema.optional(),
});

/** What an answer holds: its text, and the calls that stand in it whole. A call that was cut off stays text. */
export function parseToolCalls(
  answer: string,
  format: ToolFormat,
): { readonly text: string; readonly calls: ToolCall[] } {
  const at = format.begin === '' ? 0 : answer.indexOf(format.begin.trim());
  if (at < 0) return { text: answer, calls: [] };
  const written = answer.slice(at);
  const found = jsonOf(written, format).flatMap((json) => writtenSchema.safeParse(json).data ?? []);
  if (found.length === 0) return { text: answer, calls: [] };
  const calls = found.map((call, index) => ({
    id: `call-${index + 1}`,
    name: call.name,
    arguments: call.arguments ?? call.parameters ?? {},
  }));
  return { text: answer.slice(0, at).trimEnd(), calls };
}

function jsonOf(written: string, { begin, end, isList }: ToolFormat): JsonValue[] {
  if (isList) {
    const list = parse(written.slice(begin.length));
    return Array.isArray(list) ? (list as JsonValue[]) : []; // boundary: what JSON.parse gives is JSON
  }
  if (begin === '') return [parse(written)].flatMap((json) => json ?? []);
  return written
    .split(begin.trim())
    .slice(1)
    .filter((part) => part.includes(end.trim()))
    .flatMap((part) => parse(part.slice(0, part.indexOf(end.trim()))) ?? []);
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue; // boundary: what JSON.parse gives is JSON
  } catch {
    return undefined;
  }
}
