import { callText, refuseCode, stringText, wordOf, type CodeContext, type CodePart } from '@jacquard/node-kit/code';

/** A whole text as an answer. */
export const wholePart: CodePart = {
  name: 'wholeAnswer',
  source: String.raw`/** A text without the space around it; undefined for one without words. */
function wholeAnswer(text: string | undefined): string | undefined {
  const answer = text?.trim();
  return answer === '' ? undefined : answer;
}`,
};

/** How numbers are written; as the nodes find them. */
export const writtenPart: CodePart = {
  name: 'writtenNumbers',
  source: String.raw`/** Numbers as they are written: with thousands set apart, signs, currencies and fractions. */
function writtenNumbers(text: string): string[] {
  const thousands = "\\d{1,3}(?:(?:,\\d{3})+|(?:[\\u0020\\u00a0\\u202f]\\d{3})+|(?:['’]\\d{3})+|(?:\\.\\d{3}){2,})(?!\\d)(?:[.,]\\d+)?";
  const plain = '(?:\\d+(?:[.,]\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?';
  const unsigned = '(?:' + thousands + '|' + plain + ')';
  const sign = '(?:(?<![\\p{L}\\p{N})\\]}]|[\\p{N})\\]}][ \\t])[-−+](?:[$€£¥][ \\t]?)?)?(?<!\\d)';
  const fraction = '(?:[ \\t]?/[ \\t]?(?:' + unsigned + ')(?![ \\t]?/[ \\t]?\\d))?';
  return Array.from(text.matchAll(new RegExp(sign + unsigned + fraction, 'gu')), ([number]) => number);
}`,
};

const numberPart: CodePart = {
  name: 'lastNumber',
  source: String.raw`/** The last number of a text, as it is written. */
function lastNumber(text: string): string | undefined {
  return wholeAnswer(writtenNumbers(text).at(-1)?.replaceAll(/[$€£¥]\s?/gu, ''));
}`,
  uses: [writtenPart, wholePart],
};

const markedPart: CodePart = {
  name: 'afterMarker',
  source: String.raw`/** What stands on the line after the last marker; without one, after any of the usual ones. */
function afterMarker(text: string, marker = ''): string | undefined {
  const plain = text
    .replaceAll(/(?<![\p{L}\p{N})])\*\*|\*\*(?![\p{L}\p{N}(])/gu, '')
    .replaceAll(/[\u00a0\u202f]/gu, ' ');
  const wanted = marker.trim();
  if (wanted !== '') return lineFrom(plain, endOfLast(plain, wanted));
  const ends = usualMarkers.map((one) => endOfLast(plain, one));
  const line = lineFrom(plain, Math.max(...ends, endOf(plain, /^[ \t]*A[ \t]*:/gimu)));
  const bare = line
    ?.replace(/^["“«'\x60]+\s*/u, '')
    .replace(/\s*["”»'\x60]+$/u, '')
    .replace(/(?<=[^.])\.$/u, '')
    .replace(/\s*["”»'\x60]+$/u, '');
  return wholeAnswer(bare);
}

const usualMarkers = [
  '####',
  'the answer is',
  'answer is',
  'final answer:',
  'answer:',
  'la réponse est',
  'réponse finale :',
  'réponse finale:',
  'réponse :',
  'réponse:',
];

function endOfLast(text: string, marker: string): number {
  const sought = marker.replaceAll(/[\u00a0\u202f]/gu, ' ').replaceAll(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
  const before = /^[\p{L}\p{N}]/u.test(marker) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = /[\p{L}\p{N}]$/u.test(marker) ? '(?![\\p{L}\\p{N}])' : '';
  return endOf(text, new RegExp(before + sought + after, 'giu'));
}

function endOf(text: string, pattern: RegExp): number {
  const last = [...text.matchAll(pattern)].at(-1);
  return last === undefined ? -1 : last.index + last[0].length;
}

function lineFrom(text: string, begin: number): string | undefined {
  if (begin < 0) return undefined;
  const [line = ''] = text.slice(begin).replace(/^[\s:]+/u, '').split('\n', 1);
  return wholeAnswer(line);
}`,
  uses: [wholePart],
};

const boxedPart: CodePart = {
  name: 'boxed',
  source: String.raw`/** What stands in the last \boxed{…} that is closed. */
function boxed(text: string): string | undefined {
  for (const match of [...text.matchAll(/\\(?:boxed|fbox)\s*\{/gu)].toReversed()) {
    const begin = match.index + match[0].length;
    let depth = 1;
    for (let place = begin; place < text.length; place += 1) {
      if (text[place] === '\\') place += 1;
      else if (text[place] === '{') depth += 1;
      else if (text[place] === '}') depth -= 1;
      if (depth === 0) return wholeAnswer(text.slice(begin, place));
    }
  }
  return undefined;
}`,
  uses: [wholePart],
};

const finalPart: CodePart = {
  name: 'finalAnswer',
  source: String.raw`/** The answer in its usual place: after a marker, in a box, or on the last line. */
function finalAnswer(text: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  return afterMarker(text) ?? boxed(text) ?? lines.findLast((line) => line !== '');
}`,
  uses: [markedPart, boxedPart],
};

const matchPart: CodePart = {
  name: 'lastMatch',
  source: String.raw`/** The last match of a regular expression (RE2's syntax): its first group, where it has one. */
function lastMatch(text: string, pattern: string): string | undefined {
  const matcher = RE2JS.compile(pattern).matcher(text);
  const group = RE2JS.compile(pattern).groupCount() === 0 ? 0 : 1;
  let last: string | undefined;
  while (matcher.find()) last = matcher.group(group) ?? last;
  return wholeAnswer(last);
}`,
  imports: [{ module: 're2js', name: 'RE2JS' }],
  uses: [wholePart],
};

const simple: Readonly<Record<string, CodePart>> = {
  whole: wholePart,
  number: numberPart,
  boxed: boxedPart,
  final: finalPart,
};

/** An expression that reads the answer out of a text, and is undefined where there is none. */
export function extractionText(context: CodeContext, text: string): string {
  const { use } = context;
  const kind = wordOf(context, 'extraction');
  const part = Object.hasOwn(simple, kind) ? simple[kind] : undefined;
  if (part !== undefined) return callText(use(part), [text]);
  if (kind === 'marker') return callText(use(markedPart), [text, stringText(wordOf(context, 'marker'))]);
  if (kind === 'pattern') return callText(use(matchPart), [text, stringText(wordOf(context, 'pattern'))]);
  return refuseCode('extraction');
}

/** The name of a function of one text that reads an answer out of it. */
export function extractorText(context: CodeContext): string {
  const call = extractionText(context, 'text');
  const name = /^(\w+)\(text\)$/u.exec(call)?.[1];
  return name ?? `(text) => ${call}`;
}
