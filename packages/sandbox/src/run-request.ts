import { z } from 'zod';
import { isFileName } from './file-name.ts';
import { sandboxLimitsSchema } from './sandbox-limits.ts';

/** What the sandbox speaks: JavaScript by QuickJS, Python by Pyodide. */
export const sandboxLanguages = ['javascript', 'python'] as const;
export type SandboxLanguage = (typeof sandboxLanguages)[number];

/** A file's name in the sandbox: a path below the folder that the code runs in. */
const fileNameSchema = z.string().refine(isFileName);

/** A file that is given to the code, or that it has written. */
export const sandboxFileSchema = z.object({
  name: fileNameSchema,
  content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type SandboxFile = z.output<typeof sandboxFileSchema>;

/** Any value that JSON can hold. */
export type SandboxValue =
  | string
  | number
  | boolean
  | null
  | readonly SandboxValue[]
  | { readonly [key: string]: SandboxValue };

const valueSchema: z.ZodType<SandboxValue> = z.json();

/** Characters of all tests together: they are compiled before the code runs, in its time and memory. */
const mostTestCode = 8_000_000;

const base = {
  language: z.enum(sandboxLanguages),
  code: z.string().max(1_000_000),
  /** The code finds it as `inputs`. */
  inputs: valueSchema.default(null),
  files: z.array(sandboxFileSchema).readonly().default([]),
  limits: sandboxLimitsSchema.partial().default({}),
};

/** Code to run; `stdin` is what it may read as if it were typed. */
export const runRequestSchema = z.object({ ...base, stdin: z.string().max(1_000_000).default('') });
export type RunRequest = z.input<typeof runRequestSchema>;

/**
 * Code, and tests that run after it, each for itself. A test passes when it raises nothing and its last expression isn't false.
 * `timePerTest` in milliseconds; `limits.time` holds for all together.
 */
export const testRequestSchema = z.object({
  ...base,
  tests: z
    .array(z.object({ name: z.string().max(1000), code: z.string().max(1_000_000) }))
    .max(1000)
    .refine((tests) => tests.reduce((sum, { code }) => sum + code.length, 0) <= mostTestCode)
    .readonly(),
  timePerTest: z.number().int().min(10).max(300_000).default(5000),
});
export type TestRequest = z.input<typeof testRequestSchema>;
