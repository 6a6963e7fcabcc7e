const combining: Readonly<Record<string, string>> = {
  '´': '\u0301',
  '`': '\u0300',
  ˆ: '\u0302',
  '¨': '\u0308',
  '˜': '\u0303',
  '¸': '\u0327',
  '˚': '\u030a',
};

/**
 * Old fonts of TeX draw an accent and then its letter: `´e` becomes `é`, `¨ı` `ï`. A grave accent that has a partner in the line
 * is a quotation mark, and stays.
 */
export function composeAccents(text: string): string {
  const hasQuotes = /(?:^|[\s(])`{1,2}[^`]*[`'’](?=[\s).,;:'’]|$)/.test(text);
  return text.replaceAll(/([´`ˆ¨˜¸˚])\s?([a-zA-Zı])/g, (both, accent: string, letter: string) => {
    if (accent === '`' && (hasQuotes || !/[aeiouAEIOUı]/.test(letter))) return both;
    const composed = ((letter === 'ı' ? 'i' : letter) + (combining[accent] ?? '')).normalize('NFC');
    return composed.length === 1 ? composed : both;
  });
}
