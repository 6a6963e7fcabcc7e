import type { JobAnswer } from './process/perform-job.ts';
import { readValue } from './read-value.ts';
import type { RunReport, TestReport, TestResult } from './run-report.ts';
import { sandboxFileSchema, type SandboxFile } from './run-request.ts';
import type { SandboxLimits } from './sandbox-limits.ts';

/** Reads what a process answered, within the limits again: code could have written it. */
export function readRunReport(answer: JobAnswer, limits: SandboxLimits): RunReport {
  const { reply } = answer;
  const told = reply?.value !== undefined && reply.value.length <= limits.value ? readValue(reply.value) : undefined;
  return {
    ...readPrinted(answer, limits.output),
    ...(told && { value: told.value }),
    isValueLeftOut: reply?.isValueLeftOut === true || (reply?.value !== undefined && told === undefined),
    ...readFiles(reply?.files ?? [], reply?.filesLeftOut ?? [], limits),
  };
}

/** The same for tests; one that wasn't told of has not run, or was being run when all was over. */
export function readTestReport(
  answer: JobAnswer,
  tests: readonly { readonly name: string }[],
  limits: Pick<SandboxLimits, 'output'>,
): TestReport {
  const isBroken = answer.reply === undefined || answer.ended === 'crashed';
  const first = tests.findIndex((_test, index) => !answer.tests.has(index));
  const results = tests.map(({ name }, index): TestResult => {
    const told = answer.tests.get(index);
    if (told) return { name, ...told };
    const isUnderWay = isBroken && index === first;
    if (!isUnderWay) return { name, outcome: 'not-run' };
    return { name, outcome: answer.ended === 'timed-out' ? 'timed-out' : 'failed', message: answer.ended };
  });
  return { ...readPrinted(answer, limits.output), tests: results };
}

function readPrinted({ reply, ended, duration }: JobAnswer, most: number): Omit<TestReport, 'tests'> {
  return {
    ended,
    stdout: (reply?.stdout ?? '').slice(0, most),
    stderr: (reply?.stderr ?? '').slice(0, most),
    isOutputCut: reply?.isOutputCut ?? false,
    ...(reply?.error && { error: reply.error }),
    duration,
  };
}

function readFiles(
  told: readonly { readonly name: string; readonly base64: string }[],
  leftOut: readonly string[],
  limits: SandboxLimits,
): Pick<RunReport, 'files' | 'filesLeftOut'> {
  const files: SandboxFile[] = [];
  const without = leftOut.slice(0, limits.files);
  let bytes = 0;
  for (const { name, base64 } of told) {
    const file = sandboxFileSchema.safeParse({ name, content: new Uint8Array(Buffer.from(base64, 'base64')) });
    const isWithin =
      file.success && files.length < limits.files && bytes + file.data.content.byteLength <= limits.fileBytes;
    if (!isWithin) without.push(name.slice(0, 200));
    else {
      bytes += file.data.content.byteLength;
      files.push(file.data);
    }
  }
  return { files, filesLeftOut: without };
}
