import { cleanLine } from './clean-text.ts';

const longest = 200;
/** What systems put into archives for themselves. */
const systemFiles = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i;

/** The name of a file in an archive or message, to be shown and never to be opened. */
export interface InnerName {
  readonly name: string;
  /** It tries to lead out of its folder: `..`, an absolute path, a drive, bytes that nobody sees. */
  readonly isUnsafe: boolean;
  /** Of no concern to its reader. */
  readonly isSystem: boolean;
}

/** Cleans a name that came with hostile bytes. Steps out of the folder show as `…`. */
export function innerName(raw: string): InnerName {
  const parts = raw.replaceAll('\\', '/').split('/');
  const isUnsafe = parts.includes('..') || /^(?:\/|[a-z]:)/i.test(raw.replaceAll('\\', '/')) || /\p{Cc}/u.test(raw);
  const name = parts
    .map((part) => (part === '..' ? '…' : cleanLine(part)))
    .filter((part) => part !== '' && part !== '.')
    .join('/');
  const short = name.length <= longest ? name : `…${name.slice(1 - longest)}`;
  return { name: short === '' ? '…' : short, isUnsafe, isSystem: systemFiles.test(raw) };
}
