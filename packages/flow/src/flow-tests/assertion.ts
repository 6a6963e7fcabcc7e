import { z } from 'zod';
import { jsonSchemaSchema, jsonValueSchema } from '../json.ts';

/** Each thing that can be expected of an output, or of the run as a whole. One assertion says one of them. */
export const assertionKinds = [
  'equals',
  'contains',
  'matches',
  'schema',
  'near',
  'similar',
  'judged',
  'absent',
  'fails',
  'tokens',
  'latency',
  'cost',
] as const;
export type AssertionKind = (typeof assertionKinds)[number];

/** Those of the run as a whole: they name no output. */
const ofRun: ReadonlySet<AssertionKind> = new Set(['fails', 'tokens', 'latency', 'cost']);

/** True for what is expected of an output, not of the run. */
export function isOfOutput(kind: AssertionKind): boolean {
  return !ofRun.has(kind);
}

/** In a dataset: what the row has in a column. */
export const columnSchema = z.strictObject({ column: z.string().min(1).max(200) });

const longestText = 100_000;
/** A text as a test's file holds it: one line, or a line each. */
export const fileTextSchema = z.union([
  z.string().max(longestText),
  z.strictObject({ lines: z.array(z.string().max(longestText)).max(10_000) }),
]);
const textSchema = z.union([fileTextSchema, columnSchema]);

/**
 * What is expected: of `output`, the id of one of the flow's outputs (or, with `path`, a JSON Pointer, of a part of it), or of the
 * whole run (`fails`, `tokens`, `latency`, `cost`). Exactly one of the kinds stands in it; the rest says how it is meant.
 */
export const assertionSchema = z
  .strictObject({
    output: z.string().min(1).max(200).optional(),
    /** JSON Pointer (RFC 6901) into the output. */
    path: z
      .string()
      .max(1000)
      .regex(/^(\/[^/]*)*$/)
      .optional(),
    /** The opposite is expected: of `equals`, `contains`, `matches`, `judged`. */
    not: z.boolean().optional(),
    /** The same JSON, deeply. */
    equals: jsonValueSchema.optional(),
    contains: textSchema.optional(),
    /** A regular expression in RE2's syntax, found anywhere in the text. */
    matches: z.string().min(1).max(1000).optional(),
    /** For `contains` and `matches`. */
    ignoreCase: z.boolean().optional(),
    /** The value is JSON of this schema; a text is read as JSON first. */
    schema: jsonSchemaSchema.optional(),
    /** A number, or a text that is one, no further than `within` from this one. */
    near: z.union([z.number(), columnSchema]).optional(),
    within: z.number().nonnegative().optional(),
    /** A text of the same meaning, by the default embeddings: cosine of at least `atLeast`. */
    similar: textSchema.optional(),
    atLeast: z.number().min(-1).max(1).optional(),
    /** What a model is asked of the value, to answer with yes or no. */
    judged: textSchema.optional(),
    /** The model that judges; the default one unless told. */
    model: z.string().min(1).max(200).optional(),
    /** The output has no value: what would make it was skipped. */
    absent: z.literal(true).optional(),
    /** The run ends with this error: its code. */
    fails: z.string().min(1).max(200).optional(),
    /** At most so many, in and out. */
    tokens: z.number().nonnegative().optional(),
    /** At most so many milliseconds. Checked live; what is recorded takes no time. */
    latency: z.number().nonnegative().optional(),
    /** At most so many US dollars. Checked live. */
    cost: z.number().nonnegative().optional(),
  })
  .superRefine((assertion, context) => {
    const kinds = assertionKinds.filter((kind) => assertion[kind] !== undefined);
    const [kind] = kinds;
    if (kinds.length !== 1 || kind === undefined) context.addIssue({ code: 'custom', message: 'one-kind' });
    else if (isOfOutput(kind) !== (assertion.output !== undefined))
      context.addIssue({ code: 'custom', message: isOfOutput(kind) ? 'output-missing' : 'output-meaningless' });
  });
export type Assertion = z.infer<typeof assertionSchema>;

/** Which of the kinds an assertion is of. */
export function assertionKind(assertion: Assertion): AssertionKind {
  return assertionKinds.find((kind) => assertion[kind] !== undefined) ?? 'equals';
}

/** How near is near where nothing is said: a thousandth of the number. */
export const usualTolerance = (near: number): number => Math.abs(near) / 1000;

/** A cosine from which texts count as of one meaning, where nothing is said. */
export const usualSimilarity = 0.8;
