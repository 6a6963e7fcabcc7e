import type { TokenPiece } from '@jacquard/protocol';

/** A token's bytes, from their hexadecimal form. */
function bytesOf({ bytes }: Pick<TokenPiece, 'bytes'>): Uint8Array {
  return Uint8Array.from(bytes.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Its bytes as people write them: `20 F0 9F`. */
export function bytesText({ bytes }: Pick<TokenPiece, 'bytes'>): string {
  return (bytes.toUpperCase().match(/../g) ?? []).join(' ');
}

/**
 * A token as it is shown: spaces at its ends, those that don't break, line breaks and tabs as signs, since they are what tells ` the` from `the`; a part of
 * a character as its bytes.
 */
export function tokenLabel(piece: Pick<TokenPiece, 'text' | 'bytes' | 'isSpecial'>): string {
  if (piece.isSpecial) return piece.text;
  const text = textOfBytes(bytesOf(piece));
  if (text === undefined) return `⟨${bytesText(piece)}⟩`;
  return text
    .replaceAll(/^ +| +$/g, (spaces) => '␣'.repeat(spaces.length))
    .replaceAll(/(?! )\p{Zs}/gu, '⍽')
    .replaceAll('\n', '↵')
    .replaceAll('\r', '␍')
    .replaceAll('\t', '⇥')
    .replaceAll(
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
      (sign) => `⟨U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
    );
}

function textOfBytes(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
