import type { Job } from '../process/job.ts';
import type { Reply } from '../process/reply.ts';
import { disarm } from './disarm.ts';
import { endReply, type Interpreter } from './interpreter.ts';
import { startWatchdog } from './start-watchdog.ts';

/**
 * Opens the interpreter, disarms the process, says that it is ready, and performs jobs: a line of JSON each on standard input, answered
 * by lines on standard output. Ends with its input, and with anything that it doesn't understand.
 */
export async function serveJobs(open: () => Promise<Interpreter>): Promise<void> {
  const { stdin, stdout } = process;
  const exit = process.exit.bind(process);
  const allowMemory = startWatchdog();
  const interpreter = await open();
  disarm();
  const reply = (message: Reply): void => void stdout.write(`${JSON.stringify(message)}\n`);
  let pieces: string[] = [];
  let last: Promise<void> = Promise.resolve();
  stdin.setEncoding('utf8');
  stdin.on('end', () => exit(0));
  stdin.on('data', (piece: string) => {
    pieces.push(piece);
    if (!piece.endsWith('\n')) return;
    const line = pieces.join('');
    pieces = [];
    last = last.then(() => perform(line)).catch(() => exit(1));
  });
  reply({ type: 'ready' });

  async function perform(line: string): Promise<void> {
    const job = JSON.parse(line) as Job; // boundary: our own parent's
    allowMemory(job.limits.memory);
    reply(await attempt(job));
    if (!interpreter.refresh) return; // the parent ends it
    await interpreter.refresh();
  }

  async function attempt(job: Job): Promise<Reply> {
    try {
      return await interpreter.perform(job, reply);
    } catch {
      // What broke is the interpreter, not the code; the error may be the code's own making, and isn't looked at.
      return endReply({ ended: 'crashed' });
    }
  }
}
