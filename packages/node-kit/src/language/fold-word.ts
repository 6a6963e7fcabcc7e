const ligatures: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};

/** Lower case without accents and ligatures, so that `Bibliothèque`, `bibliotheque` and `BIBLIOTHÈQUE` are one word. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[œæßﬁﬂøłđ]/g, (sign) => ligatures[sign] ?? sign)
    .replaceAll('’', "'");
}
