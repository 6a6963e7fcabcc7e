import { z } from 'zod';
import { jsonValueSchema, type JsonValue } from './json.ts';

/** `node.port`, the address of an output. */
export const portAddressSchema = z.string().regex(/^[a-z][a-z0-9-]*\.[A-Za-z_][\w-]*$/);

/** Names of secrets and settings; `JACQUARD_SECRET_<NAME>` in the environment is the name in upper case, `-` as `_`. */
export const settingNameSchema = z.string().regex(/^[a-z][a-z0-9-]*$/);

/**
 * What an input holds: a literal, or where its value comes from.
 *
 * - `{from}`: an output of another node, or of the scope around this one.
 * - `{secret}`, `{setting, default}`: resolved from the environment, then the store.
 * - `{file}`: a path beside the flow (project folders, examples) or the SHA-256 of a stored file.
 * - `{lines}`: a text, one string a line.
 * - `{value}`: JSON as it is.
 * - a list of these on a list port.
 */
export type Input =
  | string
  | number
  | boolean
  | null
  | { readonly from: string }
  | { readonly secret: string }
  | { readonly setting: string; readonly default?: JsonValue | undefined }
  | {
      readonly file: string;
      readonly name?: string | undefined;
      readonly mediaType?: string | undefined;
      readonly size?: number | undefined;
    }
  | { readonly lines: readonly string[] }
  | { readonly value: JsonValue }
  | readonly Input[];

export const inputSchema: z.ZodType<Input> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.strictObject({ from: portAddressSchema }),
    z.strictObject({ secret: settingNameSchema }),
    z.strictObject({ setting: settingNameSchema, default: jsonValueSchema.optional() }),
    z.strictObject({
      file: z.string().min(1),
      name: z.string().optional(),
      mediaType: z.string().optional(),
      size: z.number().int().nonnegative().optional(),
    }),
    z.strictObject({ lines: z.array(z.string()).readonly() }),
    z.strictObject({ value: jsonValueSchema }),
    z.array(inputSchema).readonly(),
  ]),
);
