import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import released from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import type { Job } from '../../process/job.ts';
import type { Interpreter } from '../interpreter.ts';
import { performJavaScript } from './perform-javascript.ts';

// boundary: its types are those of its CommonJS half, where the variant is under `default`
const variant = released as unknown as QuickJSSyncVariant;

const page = 65_536;
/** The interpreter's own start, in pages. */
const firstPages = 256;

/**
 * QuickJS, compiled once; each job gets an instance with a memory of its own, so that nothing of one job is there for the next. One
 * instance is kept ready.
 */
export async function openJavaScript(): Promise<Interpreter> {
  const file = fileURLToPath(import.meta.resolve('@jitl/quickjs-wasmfile-release-sync/wasm'));
  const compiled = new WebAssembly.Module(new Uint8Array(readFileSync(file)));
  const open = async (): Promise<QuickJSWASMModule> => {
    // The most that any job may ask for; QuickJS holds each to its own limit.
    const memory = new WebAssembly.Memory({ initial: firstPages, maximum: (1024 ** 3 + 64 * 1024 ** 2) / page });
    const settings = { wasmModule: compiled, wasmMemory: memory, log: () => undefined };
    return newQuickJSWASMModuleFromVariant(newVariant(variant, settings));
  };
  // The first code that runs is the slowest: let it not be anybody's.
  performJavaScript(await open(), firstJob, () => undefined);
  let ready = await open();
  return {
    perform: (job, onTest) => performJavaScript(ready, job, onTest),
    async refresh() {
      ready = await open();
    },
  };
}

const firstJob: Job = {
  language: 'javascript',
  code: 'console.log(inputs); [1, 2].map((item) => ({ item }))',
  inputs: 'null',
  stdin: '',
  files: [],
  limits: { time: 1000, memory: 64 * 1024 ** 2, output: 1000, value: 1000, files: 0, fileBytes: 0 },
  timePerTest: 1000,
};
