import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import vm, { type Context } from 'node:vm';
import { realmGlobals, realmLimits } from './realm-globals.ts';

/** A realm of JavaScript with nothing of Node's in it, where no text becomes code. */
export interface Realm {
  readonly context: Context;
  /** Evaluates a program of ours in the realm. */
  evaluate(program: string): unknown;
  /** Sets the most bytes that the interpreter's memory may grow to. */
  limitMemory(bytes: number): void;
}

type Encode = (text: string, bytes: Uint8Array) => number;

/** Opens one, with files of the machine that Pyodide reads when it starts, by the names that it knows them by. */
export function openRealm(files: Readonly<Record<string, string>>): Realm {
  // boundary: the constant says that the realm's global is no object of ours; Node's types know it as a symbol
  const bare = vm.constants.DONT_CONTEXTIFY as unknown as vm.Context;
  const context = vm.createContext(bare, { codeGeneration: { strings: false, wasm: true } });
  const evaluate = (program: string): unknown => vm.runInContext(program, context);
  // boundary: programs of ours, whose types are these
  const limit = (evaluate(realmLimits) as () => (bytes: number) => void)();
  const place = evaluate(realmGlobals) as (files: unknown, ...host: unknown[]) => void;
  place(readInto(evaluate, files), now, randomText, decode, encodeInto, startTimer, stopTimer, () => undefined);
  return { context, evaluate, limitMemory: limit };
}

/** The files as buffers of the realm's own, read straight into them. */
function readInto(evaluate: Realm['evaluate'], files: Readonly<Record<string, string>>): unknown {
  // boundary: a program of ours
  const hold = evaluate(`(function () {
    const files = Object.create(null);
    return { files, add: (name, size) => (files[name] = new ArrayBuffer(size)) };
  })`) as () => { readonly files: unknown; add(name: string, size: number): ArrayBuffer };
  const held = hold();
  for (const [name, path] of Object.entries(files)) {
    const file = openSync(path, 'r');
    const bytes = new Uint8Array(held.add(name, fstatSync(file).size));
    for (let at = 0; at < bytes.length;) {
      const count = readSync(file, bytes, at, bytes.length - at, at);
      if (count === 0) throw new Error(`${name} is cut short`);
      at += count;
    }
    closeSync(file);
  }
  return held.files;
}

// What the realm may ask of the host: plain values in, plain values out. An error would be an object of the host's: the realm's side
// of each call lets none through.

const now = (): number => performance.now();

const encoder = new TextEncoder();
const encodeInto: Encode = (text, bytes) => {
  try {
    return encoder.encodeInto(text, new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)).written;
  } catch {
    return 0;
  }
};

function randomText(count: number): string {
  return randomBytes(Math.min(Math.max(0, count | 0), 65_536)).toString('base64');
}

function decode(label: string, fatal: boolean, ignoreBOM: boolean, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal, ignoreBOM }).decode(bytes);
  } catch {
    return undefined;
  }
}

const timers = new Map<number, NodeJS.Timeout>();
let lastTimer = 0;

function startTimer(wait: number, work: () => void): number {
  lastTimer += 1;
  const id = lastTimer;
  if (timers.size < 10_000) {
    timers.set(
      id,
      setTimeout(
        () => {
          timers.delete(id);
          work();
        },
        Math.min(Math.max(0, wait), 300_000),
      ),
    );
  }
  return id;
}

function stopTimer(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}
