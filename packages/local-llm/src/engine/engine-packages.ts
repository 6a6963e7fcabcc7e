import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { GraphicsEngine } from './engine-choice.ts';

/** A kind of computer, in Node's words. */
export interface Platform {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
}

/** The packages that an engine is made of, and about how many bytes they take on the disk. */
export interface EnginePackages {
  readonly names: readonly string[];
  readonly size: number;
}

const megabyte = 1_000_000;
// Measured with 3.22.1 on Linux; those for Windows hold the same programs.
const vulkanSize = 74 * megabyte;
const cudaSize = 565 * megabyte;

/**
 * Which packages hold node-llama-cpp's prebuilt engine for a kind of computer. Undefined where there is none; empty where it
 * comes with the program, as Metal does.
 */
export function packagesOf(engine: GraphicsEngine, { platform, arch }: Platform): EnginePackages | undefined {
  if (engine === 'metal') return platform === 'darwin' && arch === 'arm64' ? { names: [], size: 0 } : undefined;
  if ((platform !== 'linux' && platform !== 'win32') || arch !== 'x64') return undefined;
  const name = `@node-llama-cpp/${platform === 'linux' ? 'linux' : 'win'}-x64-${engine}`;
  return engine === 'cuda' ? { names: [name, `${name}-ext`], size: cudaSize } : { names: [name], size: vulkanSize };
}

/** The version of node-llama-cpp that the program runs: engines must be of the same. */
export function engineVersion(): string {
  const manifest = new URL('../package.json', import.meta.resolve('node-llama-cpp'));
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(fileURLToPath(manifest), 'utf8'))).version;
}
