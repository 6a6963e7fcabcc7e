const opening = /\\(?:boxed|fbox)\s*\{/gu;

/** What stands in the last `\boxed{…}`, with the braces inside it: `\boxed{\frac{1}{2}}` gives `\frac{1}{2}`. */
export function findBoxed(text: string): string | undefined {
  for (const match of [...text.matchAll(opening)].toReversed().slice(0, 100)) {
    const begin = match.index + match[0].length;
    const end = closingBrace(text, begin);
    if (end !== undefined) return text.slice(begin, end);
  }
  return undefined;
}

/** A box that isn't closed (an answer that was cut) holds nothing to rely on. */
function closingBrace(text: string, begin: number): number | undefined {
  let depth = 1;
  for (let place = begin; place < text.length; place++) {
    const sign = text[place];
    if (sign === '\\') place += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}' && --depth === 0) return place;
  }
  return undefined;
}
