import { open } from 'node:fs/promises';
import { ggufNumber, ggufPair, ggufString, type GgufValue } from './gguf-values.ts';

/** How a tensor's numbers are packed. */
export type Packing = 'f32' | 'f16' | 'q8_0' | 'q4_0';

/** A tensor by name and shape: its fastest dimension first. `fill` is a number for all of it, else it is random. */
export interface GgufTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly packing: Packing;
  readonly fill?: number;
}

/** What a GGUF file holds. */
export interface GgufContent {
  readonly metadata: Readonly<Record<string, GgufValue>>;
  readonly tensors: readonly GgufTensor[];
}

const packings = {
  f32: { type: 0, numbers: 1, bytes: 4 },
  f16: { type: 1, numbers: 1, bytes: 2 },
  q4_0: { type: 2, numbers: 32, bytes: 18 },
  q8_0: { type: 8, numbers: 32, bytes: 34 },
};
const alignment = 32;
// The standard deviation that GPT-2 and its kin begin their training with.
const deviation = 0.02;

/** Writes a GGUF file, version 3. The same content makes the same bytes, so that a file can be made again for a comparison. */
export async function writeGguf(path: string, { metadata, tensors }: GgufContent): Promise<void> {
  const file = await open(path, 'w');
  try {
    let at = await write(ggufHead({ metadata, tensors }));
    for (const tensor of tensors) {
      at += await writeTensor(tensor);
      at += await write(Buffer.alloc(padding(at)));
    }
  } finally {
    await file.close();
  }

  async function write(bytes: Uint8Array): Promise<number> {
    await file.write(bytes);
    return bytes.length;
  }
  async function writeTensor(tensor: GgufTensor): Promise<number> {
    const size = sizeOf(tensor);
    const block = blockOf(tensor);
    for (let done = 0; done < size; done += block.length) await write(block.subarray(0, size - done));
    return size;
  }
}

/** All that stands before the weights: what a reader of metadata needs. */
export function ggufHead({ metadata, tensors }: GgufContent): Buffer {
  const pairs = Object.entries(metadata);
  let offset = 0;
  const infos = tensors.map((tensor) => {
    const info = Buffer.concat([
      ggufString(tensor.name),
      ggufNumber('u32', tensor.shape.length),
      ...tensor.shape.map((size) => ggufNumber('u64', size)),
      ggufNumber('u32', packings[tensor.packing].type),
      ggufNumber('u64', offset),
    ]);
    offset += sizeOf(tensor) + padding(sizeOf(tensor));
    return info;
  });
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    ggufNumber('u32', 3),
    ggufNumber('u64', tensors.length),
    ggufNumber('u64', pairs.length),
    ...pairs.map(([key, value]) => ggufPair(key, value)),
    ...infos,
  ]);
  return Buffer.concat([head, Buffer.alloc(padding(head.length))]);
}

function sizeOf({ shape, packing }: GgufTensor): number {
  const { numbers, bytes } = packings[packing];
  return (shape.reduce((product, size) => product * size, 1) / numbers) * bytes;
}

function padding(length: number): number {
  return (alignment - (length % alignment)) % alignment;
}

/** Weights that are repeated through the tensor: random numbers are made once a packing, since large models have billions. */
function blockOf({ name, packing, fill }: GgufTensor): Buffer {
  const { numbers, bytes } = packings[packing];
  const count = 64 * 1024;
  const block = Buffer.alloc((count / numbers) * bytes);
  const random = randomFrom(name);
  if (packing === 'f32') for (let i = 0; i < count; i += 1) block.writeFloatLE(fill ?? normal(random), i * 4);
  else if (packing === 'f16')
    for (let i = 0; i < count; i += 1) block.writeUInt16LE(half(fill ?? normal(random)), i * 2);
  else {
    // A block of 32 has a scale of 16 bits and then its numbers, of 8 or 4 bits.
    const scale = half(deviation / (packing === 'q8_0' ? 73 : 4.6));
    for (let i = 0; i < block.length; i += 1) block[i] = random() * 256;
    for (let i = 0; i < block.length; i += bytes) block.writeUInt16LE(scale, i);
  }
  return block;
}

/** Mulberry32, seeded by FNV-1a of a name. */
function randomFrom(name: string): () => number {
  let state = 0x811c9dc5;
  for (const byte of Buffer.from(name)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Box–Muller. */
function normal(random: () => number): number {
  return deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const halves = new Uint16Array(1);
const halvesView = new DataView(halves.buffer);

/** A number in IEEE 754 half precision. */
function half(value: number): number {
  halvesView.setFloat16(0, value, true);
  return halvesView.getUint16(0, true);
}
