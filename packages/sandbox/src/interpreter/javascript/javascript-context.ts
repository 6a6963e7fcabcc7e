import {
  isFail,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import type { Job } from '../../process/job.ts';
import type { EndReply } from '../../process/reply.ts';
import { OutputBuffer } from '../output-buffer.ts';
import { prelude } from './prelude.ts';
import { readError } from './read-error.ts';
import { SandboxFiles } from './sandbox-files.ts';

/** What running a piece of code came to; `value` is JSON text. */
export interface Outcome {
  readonly ended: 'finished' | 'failed' | 'timed-out' | 'out-of-memory';
  readonly value?: string | undefined;
  /** It gave `false`. */
  readonly isFalse?: boolean | undefined;
  /** There is a value, but no JSON of it. */
  readonly isUntold?: boolean | undefined;
  readonly error?: EndReply['error'];
}

/** Of QuickJS's own stack: what Node's, on which it lies, holds (`--stack-size` of `processOptions`; Windows gives less). */
const stackBytes = (process.platform === 'win32' ? 128 : 256) * 1024;

/** Promises are gone on with in portions, so that a chain without an end is seen to be late. */
const jobsAtOnce = 1000;

/** One context of QuickJS with what the prelude puts into it. Handles aren't released one by one: the whole instance goes. */
export class JavaScriptContext {
  readonly #runtime: QuickJSRuntime;
  readonly #context: QuickJSContext;
  readonly #own: QuickJSHandle;
  readonly #stdout: OutputBuffer;
  readonly #stderr: OutputBuffer;
  readonly #files: SandboxFiles;
  #isLate: () => boolean = () => false;
  /** The global under which tests find what they are given. */
  #testNames: string | undefined;

  constructor(module: QuickJSWASMModule, { limits, files, inputs, stdin }: Job) {
    this.#runtime = module.newRuntime();
    this.#runtime.setMemoryLimit(limits.memory);
    this.#runtime.setMaxStackSize(stackBytes);
    this.#runtime.setInterruptHandler(() => this.#isLate());
    this.#stdout = new OutputBuffer(limits.output);
    this.#stderr = new OutputBuffer(limits.output);
    this.#files = new SandboxFiles(files, limits);
    const context = this.#runtime.newContext();
    this.#context = context;
    const create = context.unwrapResult(context.evalCode(prelude, 'sandbox.js'));
    this.#own = context.unwrapResult(
      context.callFunction(create, context.undefined, [
        ...this.#hostFunctions(),
        context.newString(inputs),
        context.newString(stdin),
      ]),
    );
  }

  /** Runs code until then, by the clock of `performance.now`. */
  run(code: string, until: number): Outcome {
    return this.#evaluate([code], code, 'code.js', until);
  }

  /** Runs a test, with `assert` and `assertEquals` as they were, whatever the code has made of those names. */
  test(code: string, until: number): Outcome {
    if (this.#testNames === undefined) {
      this.#testNames = `given${crypto.randomUUID().replaceAll('-', '')}`;
      this.#context.callMethod(this.#own, 'giveTests', [this.#context.newString(this.#testNames)]);
    }
    const given = `{ const { assert, assertEquals } = ${this.#testNames}; {${code}\n} }`;
    return this.#evaluate([given, code], given, 'test.js', until);
  }

  /** Runs the first that is a script, or, if none is, the body of an asynchronous function that awaits or returns something. */
  #evaluate(scripts: readonly string[], body: string, name: string, until: number): Outcome {
    this.#isLate = () => performance.now() >= until;
    const context = this.#context;
    let wrong: QuickJSHandle | undefined;
    for (const script of scripts) {
      const compiled = context.evalCode(script, name, { compileOnly: true });
      if (!isFail(compiled)) return this.#runScript(script, name);
      wrong = compiled.error;
    }
    const isBody = /\b(?:return|await)\b/.test(body);
    return wrong !== undefined && !isBody ? this.#failure(wrong) : this.#runScript(`(async () => {${body}\n})()`, name);
  }

  #runScript(script: string, name: string): Outcome {
    const result = this.#context.evalCode(script, name);
    return isFail(result) ? this.#failure(result.error) : this.#settle(result.value);
  }

  /** What was printed and written. */
  leftovers(): Pick<EndReply, 'stdout' | 'stderr' | 'isOutputCut' | 'files'> {
    return {
      stdout: this.#stdout.text(),
      stderr: this.#stderr.text(),
      isOutputCut: this.#stdout.isCut || this.#stderr.isCut,
      files: this.#files.written(),
    };
  }

  /** Goes on with promises and timers until there are none, then reads the value. */
  #settle(value: QuickJSHandle): Outcome {
    const context = this.#context;
    for (;;) {
      const ran = this.#runtime.executePendingJobs(jobsAtOnce);
      if (isFail(ran)) return this.#failure(ran.error);
      if (this.#isLate()) return { ended: 'timed-out' };
      if (this.#runtime.hasPendingJob()) continue;
      const timer = context.callMethod(this.#own, 'nextTimer', []);
      if (isFail(timer)) return this.#failure(timer.error);
      if (context.dump(timer.value) !== true) break;
    }
    const state = context.getPromiseState(value);
    if (state.type === 'rejected') return this.#failure(state.error);
    if (state.type === 'pending') {
      return { ended: 'failed', error: { name: 'PromiseError', message: 'it waits for a promise that nothing keeps' } };
    }
    const isFalse = context.typeof(state.value) === 'boolean' && context.dump(state.value) === false;
    if (isFalse) return { ended: 'finished', value: 'false', isFalse };
    const json = context.callMethod(this.#own, 'toJson', [state.value]);
    if (isFail(json)) return this.#unread(json.error);
    const isText = context.typeof(json.value) === 'string';
    return { ended: 'finished', value: isText ? context.getString(json.value) : undefined };
  }

  /** The code is through, but what it gives can't be told: it holds itself, or lies too deep. */
  #unread(error: QuickJSHandle): Outcome {
    const failure = this.#failure(error);
    return failure.ended === 'failed' ? { ended: 'finished', isUntold: true } : failure;
  }

  #failure(error: QuickJSHandle): Outcome {
    if (this.#isLate()) return { ended: 'timed-out' };
    const explained = this.#context.callMethod(this.#own, 'explain', [error]);
    if (this.#isLate()) return { ended: 'timed-out' };
    const told = isFail(explained) ? undefined : this.#context.getString(explained.value);
    const read = readError(told);
    const isMemory = read === undefined || (read.name === 'InternalError' && read.message === 'out of memory');
    return isMemory ? { ended: 'out-of-memory' } : { ended: 'failed', error: read };
  }

  #hostFunctions(): readonly QuickJSHandle[] {
    const context = this.#context;
    const fail = (message: string): { error: QuickJSHandle } => ({ error: context.newError(message) });
    const write = context.newFunction('write', (stream, text) => {
      const buffer = context.getString(stream) === 'stderr' ? this.#stderr : this.#stdout;
      buffer.write(Buffer.from(context.getString(text)));
      return buffer.isCut ? context.true : context.false; // no more is wanted
    });
    const readFile = context.newFunction('readFile', (name, asText) => {
      const bytes = this.#files.read(context.getString(name));
      if (!bytes) return fail(`there is no file ${context.getString(name)}`);
      if (context.dump(asText) === true) return context.newString(new TextDecoder().decode(bytes));
      return context.newArrayBuffer(new Uint8Array(bytes).buffer);
    });
    const writeFile = context.newFunction('writeFile', (name, content) => {
      const isText = context.typeof(content) === 'string';
      const bytes = isText ? Buffer.from(context.getString(content)) : context.getArrayBuffer(content).value;
      const reason = this.#files.write(context.getString(name), bytes);
      return reason === undefined ? undefined : fail(reason);
    });
    const listFiles = context.newFunction('listFiles', () => context.newString(JSON.stringify(this.#files.names())));
    return [write, readFile, writeFile, listFiles];
  }
}
