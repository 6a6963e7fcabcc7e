import { z } from 'zod';

const mebibyte = 1024 ** 2;

/**
 * What a run may take. `time` in milliseconds; all others but `files` in bytes. `output` holds for each of the two printed streams and
 * cuts them; a value or files that are larger are left out, and that is said.
 */
export const sandboxLimitsSchema = z.object({
  time: z.number().int().min(10).max(300_000).default(10_000),
  /** Of the interpreter's memory, in which all values of the code lie. */
  memory: z
    .number()
    .int()
    .min(64 * mebibyte)
    .max(1024 * mebibyte)
    .default(256 * mebibyte),
  output: z
    .number()
    .int()
    .min(1)
    .max(4 * mebibyte)
    .default(mebibyte / 4),
  value: z
    .number()
    .int()
    .min(1)
    .max(8 * mebibyte)
    .default(mebibyte),
  /** How many files may be given, and given back. */
  files: z.number().int().min(0).max(256).default(64),
  /** Of all files together, those given and those written. */
  fileBytes: z
    .number()
    .int()
    .min(0)
    .max(64 * mebibyte)
    .default(16 * mebibyte),
});

/** See {@link sandboxLimitsSchema}. */
export type SandboxLimits = z.output<typeof sandboxLimitsSchema>;
