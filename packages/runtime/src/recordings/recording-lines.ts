import { setImmediate } from 'node:timers/promises';
import { jsonSchemaSchema, jsonValueSchema, messageSchema, Problem, type JsonValue } from '@jacquard/flow';
import type { RecordedAnswer, RecordedContent, RecordedEntry } from '@jacquard/node-kit';
import { z } from 'zod';

const tokens = z.number().nonnegative().optional();

const headerSchema = z.strictObject({
  recording: z.literal(1),
  model: z
    .strictObject({
      name: z.string().max(200),
      capabilities: z.object({
        streaming: z.boolean(),
        seed: z.boolean(),
        schema: z.boolean(),
        grammar: z.boolean(),
        logprobs: z.boolean(),
        tools: z.boolean(),
        contextTokens: z.number().positive().optional(),
        languages: z.array(z.string()).optional(),
      }),
      completes: z.boolean(),
      scores: z.boolean(),
    })
    .optional(),
});

const promptSchema = z.strictObject({
  messages: z.array(messageSchema).optional(),
  text: z.string().optional(),
  schema: jsonSchemaSchema.optional(),
  grammar: z.string().optional(),
  stop: z.array(z.string()).optional(),
  tools: z.array(z.object({ name: z.string(), description: z.string(), parameters: jsonSchemaSchema })).optional(),
  toolChoice: z.enum(['auto', 'required']).optional(),
});

const answerSchema = z.strictObject({
  answer: z.string(),
  finish: z.enum(['stop', 'length', 'tool-calls', 'filter']).optional(),
  toolCalls: z.array(z.object({ id: z.string(), name: z.string(), arguments: jsonValueSchema })).optional(),
  inputTokens: tokens,
  outputTokens: tokens,
});

const scoresSchema = z.strictObject({ scores: z.array(z.tuple([z.string(), z.number()])) });
const promptLineSchema = z.strictObject({ prompt: promptSchema });

/** The form: a first line that says what it is, then each prompt on a line, and behind it its answers, one a line; each cleaned. */
export function serialiseRecording({ model, entries }: RecordedContent, clean: (line: JsonValue) => JsonValue): string {
  const lines: unknown[] = [{ recording: 1, ...(model && { model }) }];
  for (const { prompt, answers, scores } of entries) {
    if (answers.length === 0 && scores.size === 0) continue;
    lines.push({ prompt }, ...answers.map(({ text, ...rest }) => ({ answer: text, ...rest })));
    if (scores.size > 0) lines.push({ scores: [...scores] });
  }
  // boundary: lines are JSON, but for parts that aren't there
  return `${lines.map((line) => JSON.stringify(clean(line as JsonValue))).join('\n')}\n`;
}

interface OpenEntry extends RecordedEntry {
  readonly answers: RecordedAnswer[];
  readonly scores: Map<string, number>;
}

/** So many lines are read before others have a turn. */
const linesAtOnce = 2000;

/** Reads a recording that anybody may have written. Throws `recording-broken` with the line. */
export async function parseRecording(name: string, text: string): Promise<RecordedContent> {
  const entries: OpenEntry[] = [];
  let model: RecordedContent['model'];
  let hasBegun = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (index % linesAtOnce === linesAtOnce - 1) await setImmediate();
    if (line.trim() === '') continue;
    const read = reader(name, index + 1);
    const value = read.json(line);
    if (!hasBegun) {
      model = read.as(headerSchema, value).model;
      hasBegun = true;
      continue;
    }
    const entry = entries.at(-1);
    if (isObject(value) && 'prompt' in value) {
      entries.push({ prompt: read.as(promptLineSchema, value).prompt, answers: [], scores: new Map() });
    } else if (entry === undefined) throw read.broken('answer before any prompt');
    else if (isObject(value) && 'scores' in value) {
      for (const [continuation, score] of read.as(scoresSchema, value).scores) entry.scores.set(continuation, score);
    } else {
      const { answer, ...rest } = read.as(answerSchema, value);
      entry.answers.push({ text: answer, ...rest });
    }
  }
  return { model, entries };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function reader(name: string, line: number) {
  const broken = (fault: string): Problem =>
    new Problem('recording-broken', { name, line, fault: fault.slice(0, 200) });
  return {
    broken,
    json(text: string): unknown {
      try {
        return JSON.parse(text);
      } catch (error) {
        throw broken(error instanceof Error ? error.message : String(error));
      }
    },
    as<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
      const parsed = parse(schema, value);
      if (parsed?.success !== true) throw broken(parsed?.error.issues[0]?.message ?? 'not of the form');
      return parsed.data;
    },
  };
}

/** Undefined for what is nested deeper than the schema can look. */
function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.ZodSafeParseResult<z.output<Schema>> | undefined {
  try {
    return schema.safeParse(value);
  } catch {
    return undefined;
  }
}
