import { Problem } from '@jacquard/flow';
import { hostile, openByteWindow, type ByteWindow } from './byte-window.ts';
import { ggmlTypes } from './ggml-types.ts';

/** Where the parts of a GGUF file end, in bytes. */
export interface GgufHead {
  /** Metadata and the list of tensors. */
  readonly headEnd: number;
  /** All of it, as far as the sizes of its tensors are known. */
  readonly fileEnd: number;
}

// Bounds far above what models have: the largest vocabularies take 10 MB, and the largest models have some 3,000 tensors.
const longestHead = 64 * 1024 * 1024;
const mostPairs = 10_000;
const mostTensors = 100_000;
const longestKey = 1024;
const mostDimensions = 8;
const widestAlignment = 65_536;

const stringType = 8;
const arrayType = 9;
const valueSizes: ReadonlyMap<number, number> = new Map([
  [0, 1], // u8
  [1, 1], // i8
  [2, 2], // u16
  [3, 2], // i16
  [4, 4], // u32
  [5, 4], // i32
  [6, 4], // f32
  [7, 1], // bool
  [10, 8], // u64
  [11, 8], // i64
  [12, 8], // f64
]);

/**
 * Walks the head of a GGUF file (version 2 or 3) without keeping anything of it, before anyone believes what it says: each
 * count and length must fit the bytes that are there. Throws `model-file-broken` where it is no GGUF file, `model-file-cut`
 * where the head isn't whole (`needed` says how many bytes at least), and `model-file-hostile` where sizes are beyond reason.
 */
export function checkGgufHead(path: string): GgufHead {
  const window = openByteWindow(path, longestHead);
  try {
    return walk(window);
  } finally {
    window.close();
  }
}

function walk(window: ByteWindow): GgufHead {
  if (window.size < 4 || window.text(4) !== 'GGUF') throw new Problem('model-file-broken', {});
  const version = window.u32();
  if (version !== 2 && version !== 3) throw new Problem('model-file-broken', { reason: `GGUF ${version}` });
  const tensors = window.u64();
  const pairs = window.u64();
  if (tensors > mostTensors || pairs > mostPairs) throw hostile();
  let alignment = 32;
  for (let index = 0; index < pairs; index += 1) alignment = walkPair(window) ?? alignment;
  let weights = 0;
  for (let index = 0; index < tensors; index += 1) weights = Math.max(weights, walkTensor(window));
  const headEnd = Math.ceil(window.position() / alignment) * alignment;
  return { headEnd, fileEnd: tensors === 0 ? window.position() : headEnd + weights };
}

/** Gives the alignment, where the pair says it. */
function walkPair(window: ByteWindow): number | undefined {
  const key = window.text(bounded(window.u64(), longestKey));
  const type = window.u32();
  if (key === 'general.alignment' && type === 4) {
    const alignment = window.u32();
    if (alignment === 0 || alignment > widestAlignment || (alignment & (alignment - 1)) !== 0) throw hostile();
    return alignment;
  }
  if (type !== arrayType) walkValue(window, type, 1);
  else {
    const itemType = window.u32();
    if (itemType === arrayType) throw hostile(); // no writer nests lists, and the engine reads none
    walkValue(window, itemType, window.u64());
  }
  return undefined;
}

function walkValue(window: ByteWindow, type: number, count: number): void {
  const size = valueSizes.get(type);
  if (size !== undefined) return window.skip(size * count);
  if (type !== stringType) throw new Problem('model-file-broken', { reason: `GGUF type ${type}` });
  bounded(count * 8, longestHead); // each has its length before it
  for (let index = 0; index < count; index += 1) window.skip(window.u64());
}

/** Gives where the tensor's weights end, counted from where weights begin. */
function walkTensor(window: ByteWindow): number {
  window.text(bounded(window.u64(), longestKey));
  const dimensions = bounded(window.u32(), mostDimensions);
  let numbers = 1;
  for (let index = 0; index < dimensions; index += 1)
    numbers = bounded(numbers * window.u64(), Number.MAX_SAFE_INTEGER);
  const [block, bytes] = ggmlTypes.get(window.u32()) ?? [1, 0];
  return bounded(window.u64() + (numbers / block) * bytes, Number.MAX_SAFE_INTEGER);
}

function bounded(value: number, most: number): number {
  if (value > most) throw hostile();
  return value;
}
