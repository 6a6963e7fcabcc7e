/** A value of GGUF metadata, with the type that it is written as. */
export type GgufValue =
  | { readonly type: 'u32' | 'i32' | 'f32' | 'u64'; readonly value: number | bigint }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'strings'; readonly value: readonly string[] }
  | { readonly type: 'f32s' | 'i32s'; readonly value: readonly number[] };

/** Whole numbers that a format wants unsigned. */
export const u32 = (value: number): GgufValue => ({ type: 'u32', value });
/** Numbers of single precision. */
export const f32 = (value: number): GgufValue => ({ type: 'f32', value });
/** Text. */
export const text = (value: string): GgufValue => ({ type: 'string', value });
/** A list of texts. */
export const texts = (value: readonly string[]): GgufValue => ({ type: 'strings', value });
/** True or false. */
export const flag = (value: boolean): GgufValue => ({ type: 'bool', value });

const types = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8, array: 9, u64: 10 };

/** A text as GGUF writes it: its length in bytes as 64 bits, then UTF-8. */
export function ggufString(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([ggufNumber('u64', bytes.length), bytes]);
}

/** A number, little-endian. */
export function ggufNumber(type: 'u32' | 'i32' | 'f32' | 'u64', value: number | bigint): Buffer {
  const bytes = Buffer.alloc(type === 'u64' ? 8 : 4);
  if (type === 'u64') bytes.writeBigUInt64LE(BigInt(value));
  else if (type === 'f32') bytes.writeFloatLE(Number(value));
  else if (type === 'i32') bytes.writeInt32LE(Number(value));
  else bytes.writeUInt32LE(Number(value));
  return bytes;
}

/** A key of the metadata with its value, by the GGUF specification, version 3. */
export function ggufPair(key: string, value: GgufValue): Buffer {
  return Buffer.concat([ggufString(key), encode(value)]);
}

function encode(value: GgufValue): Buffer {
  const type = (name: keyof typeof types): Buffer => ggufNumber('u32', types[name]);
  const list = (name: keyof typeof types, items: readonly Buffer[]): Buffer =>
    Buffer.concat([type('array'), type(name), ggufNumber('u64', items.length), ...items]);
  switch (value.type) {
    case 'bool':
      return Buffer.concat([type('bool'), Buffer.from([value.value ? 1 : 0])]);
    case 'string':
      return Buffer.concat([type('string'), ggufString(value.value)]);
    case 'strings':
      return list('string', value.value.map(ggufString));
    case 'f32s':
      return list(
        'f32',
        value.value.map((item) => ggufNumber('f32', item)),
      );
    case 'i32s':
      return list(
        'i32',
        value.value.map((item) => ggufNumber('i32', item)),
      );
    default:
      return Buffer.concat([type(value.type), ggufNumber(value.type, value.value)]);
  }
}
