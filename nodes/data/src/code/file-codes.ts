import {
  callText,
  memberOutputs,
  stringText,
  tablePart,
  wordOf,
  type CodePart,
  type NodeCode,
} from '@jacquard/node-kit/code';

const readTextPart: CodePart = {
  name: 'readText',
  source: `/** The text of a file: by its byte-order mark, as UTF-8 if it is valid, else as Windows-1252. */
async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  return text.replaceAll('\\r\\n', '\\n');
}`,
  imports: [{ module: 'node:fs/promises', name: 'readFile' }],
};

/** The text of a file, by its path. */
export const readFileCode: NodeCode = {
  write({ input, load, read, use }) {
    const file = input('file')?.text ?? "''";
    if (!read.has('name')) return { value: `await ${callText(use(readTextPart), [file])}` };
    const base = load({ module: 'node:path', name: 'basename' });
    return {
      value: `{ text: await ${callText(use(readTextPart), [file])}, name: ${base}(${file}) }`,
      outputs: memberOutputs('text', 'name'),
    };
  },
};

const readCsvPart: CodePart = {
  name: 'readCsv',
  source: `/** Reads a table from a text with separated values. A column that holds nothing but numbers becomes numbers. */
function readCsv(text: string, delimiter = '', hasHeader = true): Table {
  const { data, errors, meta } = papaparse.parse<string[]>(text.replace(/^\\uFEFF/, ''), {
    delimiter,
    delimitersToGuess: [',', ';', '\\t', '|'],
    skipEmptyLines: 'greedy',
  });
  if (errors.some(({ code }) => code === 'MissingQuotes')) throw new Error('A quotation mark is never closed.');
  const width = data.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = uniqueNames(hasHeader ? (data[0] ?? []) : [], width);
  const body = hasHeader ? data.slice(1) : data;
  const number = meta.delimiter === ',' ? /^-?(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,15})?$/ : /^-?(?:0|[1-9]\\d{0,14})(?:[.,]\\d{1,15})?$/;
  const isNumeric = columns.map((_, index) => {
    const filled = body.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
    return filled.length > 0 && filled.every((cell) => number.test(cell));
  });
  const cellOf = (cell: string, index: number): Cell => {
    const shown = meta.delimiter === '|' ? cell.trim() : cell;
    if (cell.trim() === '') return null;
    return isNumeric[index] ? Number(cell.trim().replace(',', '.')) : shown;
  };
  const rows = body.map((row) => Object.fromEntries(columns.map((name, index) => [name, cellOf(row[index] ?? '', index)])));
  return { columns, rows };
}

function uniqueNames(names: string[], width: number): string[] {
  const used = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    const name = names[index]?.trim() || \`column \${index + 1}\`;
    let unique = name;
    for (let count = 2; used.has(unique); count += 1) unique = \`\${name} (\${count})\`;
    used.add(unique);
    return unique;
  });
}`,
  imports: [{ module: 'papaparse', as: 'papaparse' }],
  uses: [tablePart],
};

const delimiters: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t', bar: '|' };

/** A table from CSV. */
export const parseCsvCode: NodeCode = {
  write(context) {
    const { input, literal, use } = context;
    const delimiter = delimiters[wordOf(context, 'delimiter')];
    const header = literal('header') === false ? 'false' : undefined;
    const separator = delimiter === undefined ? undefined : stringText(delimiter);
    return {
      value: callText(use(readCsvPart), [
        input('text')?.text,
        header === undefined ? separator : (separator ?? "''"),
        header,
      ]),
    };
  },
};
