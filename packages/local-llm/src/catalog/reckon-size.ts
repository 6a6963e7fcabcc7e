// Bits a weight that llama.cpp's own tables give for each quantisation (tools/quantize/README.md), on models of some billions.
const bits: Readonly<Record<string, number>> = {
  Q4_1: 5,
  Q4_K_M: 4.9,
  Q5_K_M: 5.7,
  Q6_K: 6.6,
  Q8_0: 8.5,
  F16: 16,
};

// In small models the vocabulary is much of the whole, and it is packed less.
const small = 1e9;
const bitsOfSmall = 6.2;

/** About how many bytes a model's file has, to two digits. */
export function reckonSize(weights: number, quantisation: string): number {
  const each = weights < small && quantisation === 'Q4_K_M' ? bitsOfSmall : (bits[quantisation] ?? 8.5);
  return Number(((weights * each) / 8).toPrecision(2));
}

const gigabyte = 1e9;
// What system and other programs take of a machine while a model runs there.
const others = 1.2 * gigabyte;
const classes = [2, 4, 8, 16, 32, 64];

/** The smallest usual machine, in GB of memory, on which a model of so many bytes has room beside all else. */
export function memoryClass(size: number): number {
  const needed = size <= gigabyte / 4 ? size : size * 1.2 + others;
  return classes.find((gigabytes) => gigabytes * gigabyte >= needed) ?? 128;
}
