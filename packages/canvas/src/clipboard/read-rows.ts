type Cell = string | number | boolean | null;

const number = /^[+-]?\d{1,15}(?:\.\d{1,12})?$/;

/**
 * Lines as a spreadsheet copies them: cells set apart by tabs, the first line the names. Undefined for anything else. A
 * cell in quotes may hold tabs and line breaks; figures become numbers, empty cells nothing.
 */
export function readRows(text: string): Readonly<Record<string, Cell>>[] | undefined {
  if (!text.includes('\t')) return undefined;
  const lines = splitCells(text).filter((cells) => cells.some((cell) => cell !== ''));
  const [head, ...body] = lines;
  if (!head || head.length < 2 || body.length === 0) return undefined;
  if (lines.some((cells) => cells.length !== head.length)) return undefined;
  const names = head.map((name, index) => (name.trim() === '' ? `column-${index + 1}` : name.trim()));
  if (new Set(names).size < names.length) return undefined;
  return body.map((cells) => Object.fromEntries(names.map((name, index) => [name, cellOf(cells[index] ?? '')])));
}

function cellOf(text: string): Cell {
  if (text === '') return null;
  return number.test(text) ? Number(text) : text;
}

function splitCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  const source = text.replaceAll('\r\n', '\n');
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at];
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (letter === '\t') endCell();
    else if (letter === '\n') {
      endCell();
      rows.push([]);
    } else cell += letter;
  }
  endCell();
  return rows;
}
