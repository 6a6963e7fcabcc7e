import { z } from 'zod';

/** Any value that JSON can hold (RFC 8259). */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Accepts any JSON value; refuses `undefined`, functions, NaN and infinities. */
export const jsonValueSchema: z.ZodType<JsonValue> = z.json();

/** A JSON Schema (2020-12), kept as plain data. */
export type JsonSchema = { readonly [key: string]: JsonValue };

export const jsonSchemaSchema: z.ZodType<JsonSchema> = z.record(z.string(), jsonValueSchema);
