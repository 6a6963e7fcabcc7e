import { basename } from 'node:path/posix';
import { readSplitName } from '../gguf/split-name.ts';
import type { HubFile } from './hub.ts';

/** One way in which a repository offers a model: its files in order, and their bytes together. */
export interface Quantisation {
  readonly quantisation: string;
  readonly files: readonly HubFile[];
  readonly size: number;
}

// Good in their room first: what llama.cpp's users take where they can, then what small models lose least by.
const preferred = ['Q4_K_M', 'Q4_K_S', 'Q4_1', 'Q4_0', 'IQ4_XS', 'Q5_K_M', 'Q6_K', 'Q8_0', 'F16', 'BF16', 'F32'];
const named = /(?:^|[-_./])((?:UD-)?(?:I?Q\d(?:_[A-Z0-9]+)*|BF16|FP?16|FP?32|MXFP4(?:_MOE)?|TQ\d_\d))(?=[-_./]|$)/gi;

/** Sorts a repository's files into the quantisations that it has, smallest first. Parts must be complete; what isn't a model is left out. */
export function groupQuantisations(files: readonly HubFile[]): Quantisation[] {
  const groups = new Map<string, HubFile[]>();
  for (const file of files) {
    if (/(?:^|[/._-])(?:mmproj|imatrix)/i.test(file.path)) continue;
    const split = readSplitName(file.path);
    const key = split ? `${split.stem}/${split.parts}` : file.path;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()]
    .map((parts) => parts.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    .filter((parts) => isComplete(parts))
    .map((parts) => ({
      quantisation: quantisationIn(parts[0]?.path ?? ''),
      files: parts,
      size: parts.reduce((sum, { size }) => sum + size, 0),
    }))
    .toSorted((a, b) => a.size - b.size);
}

/** How a file is packed, by its name or its folder's: `Qwen3-4B-Q4_K_M.gguf` → `Q4_K_M`. */
export function quantisationIn(path: string): string {
  const stem = readSplitName(path)?.stem ?? path.replace(/\.gguf$/i, '');
  const last = [...stem.matchAll(named)].at(-1)?.[1] ?? '';
  return last === '' ? basename(stem) : last.toUpperCase().replace(/^FP/, 'F');
}

/** The one that is wanted, else the one that most people take. */
export function chooseQuantisation(
  offers: readonly Quantisation[],
  wanted: { readonly quantisation?: string | undefined; readonly file?: string | undefined },
): Quantisation | undefined {
  if (wanted.file !== undefined) return offers.find(({ files }) => files.some(({ path }) => path === wanted.file));
  const named = wanted.quantisation?.toUpperCase();
  if (named !== undefined) return offers.find(({ quantisation }) => quantisation.toUpperCase() === named);
  const found = preferred.flatMap((name) => offers.find(({ quantisation }) => quantisation === name) ?? []);
  return found[0] ?? offers[0];
}

function isComplete(parts: readonly HubFile[]): boolean {
  const split = readSplitName(parts[0]?.path ?? '');
  return split ? parts.length === split.parts && split.part === 1 : parts.length === 1;
}
