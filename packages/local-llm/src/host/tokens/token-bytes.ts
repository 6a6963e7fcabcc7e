/**
 * The bytes that a token stands for, by its entry in the vocabulary. Byte-pair vocabularies (`gpt2`) write each byte as a character
 * of their own (Radford et al. 2019, `bytes_to_unicode`); SentencePiece ones (`llama`, `t5`) write a space as ▁ and a lone byte as
 * `<0xE9>`. Of others the text is taken as it stands.
 */
export function tokenBytes(entry: string, vocabulary: string | undefined): Uint8Array {
  if (vocabulary === 'gpt2') {
    const bytes = Array.from(entry, (character) => byteOfCharacter.get(character));
    if (bytes.every((byte) => byte !== undefined)) return Uint8Array.from(bytes);
  }
  if (vocabulary === 'llama' || vocabulary === 't5') {
    const [, byte] = /^<0x([0-9A-F]{2})>$/.exec(entry) ?? [];
    if (byte !== undefined) return Uint8Array.of(Number.parseInt(byte, 16));
    return Buffer.from(entry.replaceAll('\u2581', ' '));
  }
  return Buffer.from(entry);
}

const byteOfCharacter = new Map(
  Array.from({ length: 256 }, (_byte, byte) => byte).map((byte) => [characterOfByte(byte), byte]),
);

/** Printable bytes stand for themselves; the n-th of the others is U+0100 + n. */
function characterOfByte(byte: number): string {
  const isPrintable = (value: number): boolean =>
    (value >= 33 && value <= 126) || (value >= 161 && value <= 172) || (value >= 174 && value <= 255);
  if (isPrintable(byte)) return String.fromCodePoint(byte);
  let others = 0;
  for (let before = 0; before < byte; before += 1) if (!isPrintable(before)) others += 1;
  return String.fromCodePoint(256 + others);
}
