import type { QuickJSWASMModule } from 'quickjs-emscripten-core';
import type { Job } from '../../process/job.ts';
import type { EndReply, TestReply } from '../../process/reply.ts';
import { endReply, type PerformJob } from '../interpreter.ts';
import { JavaScriptContext, type Outcome } from './javascript-context.ts';

/** Runs a job's code in a new context of this instance of QuickJS, then its tests or what it gives. */
export function performJavaScript(module: QuickJSWASMModule, job: Job, onTest: Parameters<PerformJob>[1]): EndReply {
  const end = performance.now() + job.limits.time;
  const context = new JavaScriptContext(module, job);
  const outcome = context.run(job.code, end);
  if (job.tests) {
    const hasFailed = outcome.ended !== 'finished';
    for (const [index, { code }] of job.tests.entries()) {
      if (hasFailed || performance.now() >= end) break;
      const until = Math.min(end, performance.now() + job.timePerTest);
      onTest({ type: 'test', index, ...judge(context.test(code, until)) });
    }
  }
  return endReply({ ...whole(outcome, job), ...context.leftovers() });
}

/** What a test's outcome says of what it tests. */
function judge({ ended, error, isFalse }: Outcome): Omit<TestReply, 'type' | 'index'> {
  if (ended === 'timed-out') return { outcome: 'timed-out' };
  if (ended !== 'finished') return { outcome: 'failed', message: error ? `${error.name}: ${error.message}` : ended };
  return isFalse === true ? { outcome: 'failed', message: 'false' } : { outcome: 'passed' };
}

function whole(
  { ended, error, value, isUntold = false }: Outcome,
  { limits, tests }: Job,
): Partial<EndReply> & Pick<EndReply, 'ended'> {
  const isTooLarge = isUntold || (value !== undefined && Buffer.byteLength(value) > limits.value);
  return {
    ended,
    ...(error && { error }),
    ...(value !== undefined && !isTooLarge && !tests && { value }),
    isValueLeftOut: isTooLarge && !tests,
  };
}
