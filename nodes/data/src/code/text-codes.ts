import {
  callText,
  jsonPart,
  literalText,
  memberOutputs,
  readJsonPart,
  refuseCode,
  stringText,
  tablePart,
  wordOf,
  type CodePart,
  type NodeCode,
} from '@jacquard/node-kit/code';
import { cut, type SplitInto } from '../cut-text.ts';

/** Several texts as one. */
export const joinCode: NodeCode = {
  write({ input }) {
    const texts = input('texts')?.text ?? '[]';
    return { value: `${texts}.filter((text) => text !== '').join(${input('separator')?.text ?? "''"})` };
  },
};

const cutters: Readonly<Record<SplitInto, CodePart>> = {
  lines: {
    name: 'splitLines',
    source: `function splitLines(text: string): string[] {
  return text.split(/\\r\\n|\\n|\\r/).map((line) => line.trim()).filter((line) => line !== '');
}`,
  },
  paragraphs: {
    name: 'splitParagraphs',
    source: `/** The parts of a text between empty lines. */
function splitParagraphs(text: string): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of text.split(/\\r\\n|\\n|\\r/)) {
    if (line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.map((lines) => lines.join('\\n').trim()).filter((paragraph) => paragraph !== '');
}`,
  },
  sentences: {
    name: 'splitSentences',
    source: `/** Sentences by the rules of Unicode. */
function splitSentences(text: string): string[] {
  const segments = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
  return Array.from(segments, ({ segment }) => segment.trim()).filter((sentence) => sentence !== '');
}`,
  },
  separator: {
    name: 'splitAt',
    source: `function splitAt(text: string, separator: string): string[] {
  const parts = separator === '' ? [text] : text.split(separator);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}`,
  },
};

/** The parts of a text; of one that is known, the list itself. */
export const splitCode: NodeCode = {
  write(context) {
    const { input, use } = context;
    const into = wordOf(context, 'into') as SplitInto; // boundary: an option of the choice
    const text = input('text');
    const separator = input('separator');
    const isKnown = into !== 'separator' || typeof separator?.literal === 'string';
    if (typeof text?.literal === 'string' && isKnown) {
      return {
        value: literalText(cut(text.literal, into, typeof separator?.literal === 'string' ? separator.literal : ',')),
      };
    }
    const between = separator?.mayBeAbsent === true ? `${separator.text} ?? ','` : separator?.text;
    return { value: callText(use(cutters[into]), [text?.text, into === 'separator' ? between : undefined]) };
  },
};

const findPart: CodePart = {
  name: 'findMatches',
  source: `/** Everything that a regular expression (RE2's syntax, linear time) finds: the first group, or the whole without groups. */
function findMatches(
  text: string,
  pattern: string,
  ignoreCase = false,
): { first: string | undefined; matches: string[]; groups: Table } {
  const compiled = RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  const count = compiled.groupCount();
  const names = new Map(Object.entries(compiled.namedGroups()).map(([name, index]) => [index, name]));
  const columns =
    count === 0 ? ['match'] : Array.from({ length: count }, (_, index) => names.get(index + 1) ?? \`group \${index + 1}\`);
  const rows: Record<string, Cell>[] = [];
  const found = compiled.matcher(text);
  while (found.find()) {
    rows.push(Object.fromEntries(columns.map((column, index) => [column, found.group(index + (count === 0 ? 0 : 1))])));
  }
  const matches = rows.map((row) => String(row[columns[0] ?? ''] ?? ''));
  return { first: matches[0], matches, groups: { columns, rows } };
}`,
  imports: [{ module: 're2js', name: 'RE2JS' }],
  uses: [tablePart],
};

/** What matches a pattern. */
export const extractCode: NodeCode = {
  write({ input, literal, use }) {
    const ignoresCase = literal('ignoreCase') === true ? 'true' : undefined;
    return {
      value: callText(use(findPart), [input('text')?.text, input('pattern')?.text, ignoresCase]),
      outputs: {
        first: { text: (it) => `${it}.first`, mayBeUndefined: true },
        ...memberOutputs('matches', 'groups'),
      },
    };
  },
};

const parsePart: CodePart = {
  name: 'parseJson',
  source: `function parseJson(text: string): Json {
  const json = readJson(text);
  if ('fault' in json) throw new Error(\`The text is no JSON: \${json.fault}\`);
  return json.value;
}`,
  uses: [readJsonPart],
};

/** JSON of a text. A schema would have to be checked, for which generated code has no place yet but in questions to models. */
export const parseJsonCode: NodeCode = {
  write({ input, literal, use }) {
    const schema = literal('schema');
    if (schema !== undefined && schema !== null) refuseCode('schema');
    return { value: callText(use(parsePart), [input('text')?.text]) };
  },
};

const findJsonPart: CodePart = {
  name: 'findInJson',
  source: `/** The parts of JSON that a path (RFC 9535) finds. */
function findInJson(value: Json, path: string): Json[] {
  return new JSONPathEnvironment().query(path, value).values() as Json[];
}`,
  imports: [{ module: 'json-p3', name: 'JSONPathEnvironment' }],
  uses: [jsonPart],
};

const plainPath = /^\$((?:\.[A-Za-z_]\w*)+)$/u;

const partPart: CodePart = {
  name: 'partOf',
  source: `/** The part of JSON under these names; undefined where there is none. */
function partOf(value: Json | undefined, ...names: string[]): Json | undefined {
  return names.reduce<Json | undefined>((part, name) => {
    const isObject = typeof part === 'object' && part !== null && !Array.isArray(part);
    return isObject && Object.hasOwn(part, name) ? part[name] : undefined;
  }, value);
}`,
  uses: [jsonPart],
};

/** Parts of JSON; a path of names alone needs no library. */
export const jsonPathCode: NodeCode = {
  write({ input, read, use }) {
    const path = input('path');
    const json = input('json')?.text;
    const names =
      typeof path?.literal === 'string' ? plainPath.exec(path.literal)?.[1]?.split('.').slice(1) : undefined;
    if (names !== undefined && !read.has('matches')) {
      return {
        value: callText(use(partPart), [json, ...names.map(stringText)]),
        type: `${use(jsonPart)} | undefined`,
        outputs: { first: { text: (it) => it, mayBeUndefined: true } },
      };
    }
    return {
      value: callText(use(findJsonPart), [json, path?.text]),
      type: `${use(jsonPart)}[]`,
      outputs: {
        first: { text: (it) => `${it}[0]`, mayBeUndefined: true },
        matches: { text: (it) => it },
      },
    };
  },
};
