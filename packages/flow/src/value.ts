import { z } from 'zod';
import { jsonValueSchema, type JsonValue } from './json.ts';

/** A row's cell. Empty cells are `null`. */
export type Cell = string | number | boolean | null;

/** A table: the columns in order, and each row by column name. */
export const tableSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});
export type Table = z.infer<typeof tableSchema>;

/** A file that the store holds; `file` is the SHA-256 of its bytes in lower-case hexadecimal. */
export const fileValueSchema = z.object({
  file: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int().nonnegative(),
});
export type FileValue = z.infer<typeof fileValueSchema>;

/** A message of a conversation, in the vocabulary that all chat APIs share. */
export const messageSchema = z.object({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z.string(),
  name: z.string().optional(),
});
export type Message = z.infer<typeof messageSchema>;

/** A source document or a passage of one: LangChain's `Document`, as plain data. */
export const documentValueSchema = z.object({
  pageContent: z.string(),
  metadata: z.record(z.string(), jsonValueSchema),
  id: z.string().optional(),
});
export type DocumentValue = z.infer<typeof documentValueSchema>;

/**
 * A value over 64 KiB, as it travels in events, kept values and API answers: where it is, and how it begins.
 * `size` is in bytes of its canonical JSON; `preview` holds at most 500 characters of its text form.
 */
export const valueReferenceSchema = z.object({
  ref: z.string(),
  kind: z.string(),
  size: z.number().int().nonnegative(),
  preview: z.string(),
});
export type ValueReference = z.infer<typeof valueReferenceSchema>;

/** A data value on a wire. Component values never appear as data. */
export type FlowValue = JsonValue;
