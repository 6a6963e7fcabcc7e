/** A part of a number format. `text` is what it stands for, or its code in lower case. */
export interface FormatToken {
  readonly kind:
    | 'literal'
    | 'digit'
    | 'point'
    | 'comma'
    | 'percent'
    | 'exponent'
    | 'slash'
    | 'date'
    | 'language'
    | 'general'
    | 'text';
  readonly text: string;
}

/** One of the formats for positive, negative and zero numbers, with its condition if it has one. */
export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly condition?: ((value: number) => boolean) | undefined;
}

// Longest first. `_x` keeps a place as wide as x, `*x` fills the cell with x: neither is text.
const pattern =
  /"([^"]*)"?|\\(.)|_.|\*.|\[([^\]]*)\]|(general)|(am\/pm|a\/p|y+|m+|d+|h+|s+(?:[.,]0+)?)|(e[+-])|([0#?])|([.,%/@;])|(.)/giy;

const formatsKept = 2_000;
const kept = new Map<string, readonly FormatSection[]>();

/** The sections of a format; parsed once. */
export function formatSections(format: string): readonly FormatSection[] {
  const known = kept.get(format);
  if (known) return known;
  const sections = parseSections(format.slice(0, 255));
  if (kept.size < formatsKept) kept.set(format, sections);
  return sections;
}

/** The section that a number is written with. `isSigned` is false where the section itself shows that it is negative. */
export function sectionFor(
  sections: readonly FormatSection[],
  value: number,
): { readonly tokens: readonly FormatToken[]; readonly isSigned: boolean } {
  const first = sections[0]?.tokens ?? [];
  if (sections.some(({ condition }) => condition)) {
    const found = sections.find(({ condition }) => condition?.(value) ?? true);
    return { tokens: found?.tokens ?? first, isSigned: true };
  }
  if (value < 0 && sections.length > 1) return { tokens: sections[1]?.tokens ?? first, isSigned: false };
  return value === 0 && sections.length > 2
    ? { tokens: sections[2]?.tokens ?? first, isSigned: true }
    : { tokens: first, isSigned: true };
}

function parseSections(format: string): FormatSection[] {
  const sections: { tokens: FormatToken[]; condition?: FormatSection['condition'] }[] = [{ tokens: [] }];
  for (const match of format.matchAll(pattern)) {
    const [, quoted, escaped, bracket, general, date, exponent, digit, sign, other] = match;
    const section = sections.at(-1);
    const add = (kind: FormatToken['kind'], text: string): void => void section?.tokens.push({ kind, text });
    if (sign === ';') sections.push({ tokens: [] });
    else if (bracket !== undefined && section) {
      const condition = conditionOf(bracket);
      if (condition) section.condition = condition;
      else if (/^(?:h+|m+|s+)$/i.test(bracket)) add('date', `[${bracket.toLowerCase()}]`);
      else if (bracket.startsWith('$')) {
        const [currency = '', place = ''] = bracket.slice(1).split('-');
        add('literal', currency);
        add('language', place);
      }
    } else if (general !== undefined) add('general', '');
    else if (date !== undefined) add('date', date.toLowerCase());
    else if (exponent !== undefined) add('exponent', exponent);
    else if (digit !== undefined) add('digit', digit);
    else if (sign !== undefined) add(signs[sign] ?? 'literal', sign);
    else add('literal', quoted ?? escaped ?? other ?? '');
  }
  return sections;
}

const signs: Readonly<Record<string, FormatToken['kind']>> = {
  '.': 'point',
  ',': 'comma',
  '%': 'percent',
  '/': 'slash',
  '@': 'text',
};

function conditionOf(bracket: string): ((value: number) => boolean) | undefined {
  const found = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(bracket);
  if (!found) return undefined;
  const limit = Number(found[2]);
  const tests: Readonly<Record<string, (value: number) => boolean>> = {
    '<': (value) => value < limit,
    '>': (value) => value > limit,
    '=': (value) => value === limit,
    '<=': (value) => value <= limit,
    '>=': (value) => value >= limit,
    '<>': (value) => value !== limit,
  };
  return tests[found[1] ?? ''];
}
