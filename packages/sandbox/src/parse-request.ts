import type { z } from 'zod';
import type { Job } from './process/job.ts';
import { isTooDeep } from './read-value.ts';
import { runRequestSchema, testRequestSchema, type RunRequest, type TestRequest } from './run-request.ts';
import { sandboxLimitsSchema, type SandboxLimits } from './sandbox-limits.ts';
import { SandboxProblem } from './sandbox-problem.ts';

/** A request with every limit in it. */
type Parsed<Schema extends typeof runRequestSchema | typeof testRequestSchema> = Omit<z.output<Schema>, 'limits'> & {
  readonly limits: SandboxLimits;
};

/** Reads a request; throws `sandbox-refused` with what isn't within bounds. */
export function parseRunRequest(given: RunRequest): Parsed<typeof runRequestSchema> {
  const request = parse(runRequestSchema, given);
  return { ...request, limits: limitsOf(request) };
}

/** See {@link parseRunRequest}. */
export function parseTestRequest(given: TestRequest): Parsed<typeof testRequestSchema> {
  const request = parse(testRequestSchema, given);
  return { ...request, limits: limitsOf(request) };
}

function parse<Schema extends z.ZodType>(schema: Schema, given: { readonly inputs?: unknown }): z.output<Schema> {
  if (isTooDeep(given.inputs)) throw new SandboxProblem('sandbox-refused', { what: 'inputs' }); // the schema would overflow the stack
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new SandboxProblem('sandbox-refused', { what: parsed.error.issues[0]?.path.join('.') ?? '' });
}

/** All limits, the defaults filled in; throws when the files that are given are beyond them. */
function limitsOf({
  files,
  limits: given,
}: Pick<z.output<typeof runRequestSchema>, 'files' | 'limits'>): SandboxLimits {
  const limits = sandboxLimitsSchema.parse(given);
  const bytes = files.reduce((sum, { content }) => sum + content.byteLength, 0);
  const isWithin = files.length <= limits.files && bytes <= limits.fileBytes;
  if (!isWithin) throw new SandboxProblem('sandbox-refused', { what: 'files' });
  return limits;
}

/** A request as a process gets it. */
export function toJob(request: Parsed<typeof runRequestSchema> | Parsed<typeof testRequestSchema>): Job {
  const { language, code, inputs, limits } = request;
  return {
    language,
    code,
    inputs: JSON.stringify(inputs),
    stdin: 'stdin' in request ? request.stdin : '',
    files: request.files.map(({ name, content }) => ({ name, base64: Buffer.from(content).toString('base64') })),
    limits,
    ...('tests' in request && { tests: request.tests }),
    timePerTest: 'timePerTest' in request ? request.timePerTest : limits.time,
  };
}
