import { decodeBytes, encodingOfCharset, encodingOfCodePage, westernEuropean } from './rtf-encodings.ts';
import type { RtfGroup } from './rtf-groups.ts';

/** Turns bytes and words into text: by the encoding of the font, or of the document. */
export interface RtfCharacters {
  /** Bytes are kept until they are complete: some characters take two, each written as a sign of its own. */
  addBytes(bytes: string, group: RtfGroup): void;
  /** Hands on what was kept. */
  flush(): void;
  /** Takes words that stand for a character or say how characters are written; false for all others. */
  takeWord(name: string, value: number | undefined, group: RtfGroup): boolean;
  /** Whether the next word only stands in for a character that was already read. */
  skipWord(): boolean;
  endSubstitutes(): void;
}

const written: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  nbsp: '\u00a0',
  bullet: '•',
  endash: '–',
  emdash: '—',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  nestcell: ' ',
  nestrow: '\n',
};

/** See {@link RtfCharacters}. */
export function createRtfCharacters(say: (text: string) => void): RtfCharacters {
  const fonts = new Map<number, string | undefined>();
  let encoding = westernEuropean;
  let font = 0;
  let waiting = '';
  let waitingEncoding = encoding;
  let substitutes = 0;
  return {
    addBytes(bytes, group) {
      const skipped = Math.min(substitutes, bytes.length);
      substitutes -= skipped;
      if (group.target === 'nowhere' || group.target === 'font') return;
      waiting += bytes.slice(skipped);
      waitingEncoding = group.encoding ?? encoding;
    },
    flush() {
      if (waiting !== '') say(decodeBytes(waiting, waitingEncoding));
      waiting = '';
    },
    takeWord(name, value, group) {
      if (name === 'u') {
        say(String.fromCharCode((value ?? 0) & 0xffff));
        substitutes = group.substitutes;
      } else if (name === 'uc') group.substitutes = value ?? 1;
      else if (name === 'ansicpg') encoding = encodingOfCodePage(value);
      else if (name === 'mac') encoding = encodingOfCodePage(10_000);
      else if (group.target === 'font' && name === 'f') font = value ?? 0;
      else if (group.target === 'font' && name === 'fcharset') fonts.set(font, encodingOfCharset(value));
      else if (name === 'f') group.encoding = fonts.get(value ?? 0);
      else if (Object.hasOwn(written, name)) say(written[name] ?? '');
      else return false;
      return true;
    },
    skipWord() {
      if (substitutes === 0) return false;
      substitutes -= 1;
      return true;
    },
    endSubstitutes: () => void (substitutes = 0),
  };
}
