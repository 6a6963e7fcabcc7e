const fence = /^[ \t]*(```+|~~~+)[ \t]*([\w+#.-]*)[^\n]*$/gmu;

interface Block {
  readonly language: string;
  readonly code: string;
}

/**
 * The code of the last fenced block in that language, else of the last one that names none; any language where none is asked
 * for. A block that an answer's end cut off counts as far as it goes.
 */
export function findCode(text: string, language = ''): string | undefined {
  const blocks = blocksIn(text).toReversed();
  const wanted = language.trim().toLowerCase();
  if (wanted === '') return blocks[0]?.code;
  return (blocks.find((block) => isSame(block.language, wanted)) ?? blocks.find((block) => block.language === ''))
    ?.code;
}

function blocksIn(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { readonly mark: string; readonly language: string; readonly begin: number } | undefined;
  for (const match of text.matchAll(fence)) {
    const [line, mark = '', language = ''] = match;
    if (open === undefined) {
      open = { mark, language: language.toLowerCase(), begin: match.index + line.length + 1 };
    } else if (mark.startsWith(open.mark) && language === '') {
      blocks.push({ language: open.language, code: text.slice(open.begin, match.index).replace(/\n$/u, '') });
      open = undefined;
    }
  }
  if (open !== undefined) blocks.push({ language: open.language, code: text.slice(open.begin) });
  return blocks;
}

const names: readonly (readonly string[])[] = [
  ['python', 'py', 'python3'],
  ['javascript', 'js', 'mjs', 'node'],
  ['typescript', 'ts'],
];

function isSame(one: string, other: string): boolean {
  return one === other || names.some((same) => same.includes(one) && same.includes(other));
}
