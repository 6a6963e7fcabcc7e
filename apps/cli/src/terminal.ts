import type { Language, ProblemData } from '@jacquard/flow';
import { message, problemMessage } from '@jacquard/messages';
import '@jacquard/messages/command-line';
import { plainText } from './plain-text.ts';

/** The part of `process` that commands use. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  once(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(code: number): never;
}

/** Where a command writes: answers to the standard output, all else to the error stream, in the user's language. */
export interface Terminal extends Surroundings {
  readonly language: Language;
  /** Aborted once nobody reads the standard output any more. */
  readonly readerGone: AbortSignal;
  /** A sentence of the catalog, on a line of its own. What it names may come from anywhere, and doesn't steer the terminal. */
  say(code: string, params?: ProblemData['params']): void;
  /** A sentence of the catalog, to be printed with others. */
  sentence(code: string, params?: ProblemData['params']): string;
  /** What went wrong, and what to do. */
  complain(problem: Pick<ProblemData, 'code' | 'params'>): void;
  /** A result, on a line of its own. */
  print(text: string): void;
}

/** Writes to the streams of the surroundings, in the language that their environment asks for. */
export function openTerminal(surroundings: Surroundings): Terminal {
  const { env, stdin, stdout, stderr } = surroundings;
  const language = terminalLanguage(env);
  const tell = (code: string, params: ProblemData['params'] = {}): void =>
    void stderr.write(`${plainText(message(code, params, language))}\n`);
  const reader = new AbortController();
  stdout.on('error', (error) => answerClosedPipe(error, surroundings, () => reader.abort()));
  stderr.on('error', (error) => answerClosedPipe(error, surroundings));
  return {
    env,
    stdin,
    stdout,
    stderr,
    language,
    readerGone: reader.signal,
    say: tell,
    sentence: (code, params = {}) => plainText(problemMessage({ code, params }, language).detail),
    complain: ({ code, params }) => tell(code, params),
    print: (text) => void stdout.write(`${plainText(text)}\n`),
    once: (event, listener) => surroundings.once(event, listener),
    exit: (code) => surroundings.exit(code),
  };
}

/** A reader who has gone, as `head` does, wants no more: that is no failure. Whatever else keeps us from writing is. */
function answerClosedPipe(error: NodeJS.ErrnoException, { exit }: Surroundings, gone = (): void => undefined): void {
  if (error.code === 'EPIPE') gone();
  else exit(1);
}

/** French when the locale's language is French, by the order in which POSIX reads the variables. */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^fr(?:[_.@-]|$)/i.test(locale) ? 'fr' : 'en';
}
