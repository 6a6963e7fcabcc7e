import type { Job } from '../process/job.ts';
import type { EndReply, TestReply } from '../process/reply.ts';

/** Performs one job and says how it ended; tests are told as they end, so that they count even if a later one breaks everything. */
export type PerformJob = (job: Job, onTest: (reply: TestReply) => void) => EndReply | Promise<EndReply>;

/** An interpreter that is ready: it performs one job after another, or one alone. */
export interface Interpreter {
  readonly perform: PerformJob;
  /** Made ready for the next job, where it takes more than one. */
  readonly refresh?: (() => Promise<void>) | undefined;
}

/** The reply for a job that ended so, before anything was given back. */
export function endReply(given: Partial<EndReply> & Pick<EndReply, 'ended'>): EndReply {
  return {
    type: 'end',
    stdout: '',
    stderr: '',
    isOutputCut: false,
    isValueLeftOut: false,
    files: [],
    filesLeftOut: [],
    ...given,
  };
}
