/** A piece of RTF. Bytes are characters of Latin-1: what they mean depends on the font. */
export type RtfToken =
  | { readonly kind: 'open' | 'close' | 'starred' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | undefined }
  | { readonly kind: 'bytes'; readonly bytes: string };

const pattern = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([\da-fA-F]{2})|([^]))|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/gy;

/** Cuts RTF (1.9.1) into its pieces; pictures' binary data is passed over. Never throws: stray signs are left out. */
export function* rtfTokens(source: string): Generator<RtfToken, void, void> {
  pattern.lastIndex = 0;
  for (let at = 0; at < source.length;) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (!match) return;
    at = pattern.lastIndex;
    const [, name, value, hex, symbol, brace, bytes] = match;
    if (bytes !== undefined) yield { kind: 'bytes', bytes };
    else if (brace !== undefined) yield { kind: brace === '{' ? 'open' : 'close' };
    else if (hex !== undefined) yield { kind: 'bytes', bytes: String.fromCodePoint(Number.parseInt(hex, 16)) };
    else if (name === 'bin') at += Math.max(0, Number(value ?? 0));
    else if (name !== undefined) yield { kind: 'word', name, value: value === undefined ? undefined : Number(value) };
    else if (symbol !== undefined) yield* symbolToken(symbol);
  }
}

function* symbolToken(symbol: string): Generator<RtfToken, void, void> {
  if (symbol === '*') yield { kind: 'starred' };
  else if (symbol === '\n' || symbol === '\r') yield { kind: 'word', name: 'par', value: undefined };
  else if (symbol === '~') yield { kind: 'word', name: 'nbsp', value: undefined };
  else if (symbol === '_') yield { kind: 'bytes', bytes: '-' };
  else if (symbol === '\\' || symbol === '{' || symbol === '}') yield { kind: 'bytes', bytes: symbol };
}
