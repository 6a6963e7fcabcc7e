import { portName, type JsonValue } from '@jacquard/node-kit';
import {
  callText,
  comparePart,
  jsonPart,
  jsonObjectPart,
  memberOutputs,
  objectText,
  refuseCode,
  stringText,
  tablePart,
  wordOf,
  type CodePart,
  type NodeCode,
} from '@jacquard/node-kit/code';

const requirePart: CodePart = {
  name: 'requireColumns',
  source: `function requireColumns({ columns }: Table, names: string[]): void {
  const missing = names.find((name) => !columns.includes(name));
  if (missing !== undefined) throw new Error(\`The table has no column “\${missing}”.\`);
}`,
  uses: [tablePart],
};

/** Values under names. */
export const makeRowCode: NodeCode = {
  write({ literal, extra, use }) {
    use(jsonPart);
    const fields = literal('fields');
    const names = namesOf(fields);
    const row = objectText(
      names.map((name) => {
        const value = extra.get(portName(name));
        if (value === undefined || value.text === 'undefined') return [name, 'null'];
        return [name, value.mayBeAbsent ? `${value.text} ?? null` : value.text];
      }),
    );
    return { value: row };
  },
};

const makeTablePart: CodePart = {
  name: 'makeTable',
  source: `/** A table of objects: each name that occurs is a column, in the order in which they are first met. */
function makeTable(rows: Json[]): Table {
  const objects = rows
    .flatMap((row) => (Array.isArray(row) ? row : [row]))
    .map((row): { [name: string]: Json } => (isObject(row) ? row : { value: row }));
  const columns = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  const cellOf = (value: Json): Cell => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value);
  return {
    columns,
    rows: objects.map((row) =>
      Object.fromEntries(columns.map((column) => [column, Object.hasOwn(row, column) ? cellOf(row[column] ?? null) : null])),
    ),
  };
}`,
  uses: [jsonPart, tablePart, jsonObjectPart],
};

/** A table of rows. */
export const makeTableCode: NodeCode = {
  write: ({ input, use }) => ({ value: callText(use(makeTablePart), [input('rows')?.text]) }),
};

const selectPart: CodePart = {
  name: 'selectColumns',
  source: `function selectColumns(table: Table, wanted: string[]): Table {
  const columns = [...new Set(wanted.map((name) => name.trim()).filter((name) => name !== ''))];
  requireColumns(table, columns);
  return { columns, rows: table.rows.map((row) => Object.fromEntries(columns.map((name) => [name, row[name] ?? null]))) };
}`,
  uses: [tablePart, requirePart],
};

/** Some columns of a table. */
export const selectColumnsCode: NodeCode = {
  write: ({ input, use }) => ({ value: callText(use(selectPart), [input('table')?.text, input('columns')?.text]) }),
};

const filterPart: CodePart = {
  name: 'filterRows',
  source: `/** The rows of a table that fit a condition, and the others. */
function filterRows(
  table: Table,
  column: string,
  by: Comparison,
  value?: Json,
  ignoreCase = true,
): { table: Table; others: Table } {
  requireColumns(table, [column]);
  const { columns, rows } = table;
  const fits = rows.map((row) => compare(row[column], by, value, ignoreCase));
  return {
    table: { columns, rows: rows.filter((_, index) => fits[index]) },
    others: { columns, rows: rows.filter((_, index) => !fits[index]) },
  };
}`,
  uses: [requirePart, comparePart],
};

/** Rows that fit, and the others. */
export const filterRowsCode: NodeCode = {
  write(context) {
    const { input, literal, use } = context;
    const value = input('value');
    return {
      value: callText(use(filterPart), [
        input('table')?.text,
        input('column')?.text,
        stringText(wordOf(context, 'comparison')),
        value === undefined || value.literal === null ? undefined : value.text,
        literal('ignoreCase') === false ? 'false' : undefined,
      ]),
      outputs: memberOutputs('table', 'others'),
    };
  },
};

const sortPart: CodePart = {
  name: 'sortRows',
  source: `/** Numbers by size and before texts, texts by the alphabet, empty cells last. */
function sortRows(table: Table, column: string, order: 'ascending' | 'descending' = 'ascending'): Table {
  requireColumns(table, [column]);
  const { compare: collate } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const direction = order === 'ascending' ? 1 : -1;
  const rows = table.rows.toSorted((before, after) => {
    const one = before[column] ?? null;
    const other = after[column] ?? null;
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (typeof one === 'number' && typeof other === 'number') return direction * (one - other);
    if (typeof one !== typeof other) return direction * (Number(typeof other === 'number') - Number(typeof one === 'number'));
    return direction * collate(String(one), String(other));
  });
  return { columns: table.columns, rows };
}`,
  uses: [requirePart],
};

/** A table in order. */
export const sortRowsCode: NodeCode = {
  write(context) {
    const { input, use } = context;
    const order = wordOf(context, 'order') === 'descending' ? "'descending'" : undefined;
    return { value: callText(use(sortPart), [input('table')?.text, input('column')?.text, order]) };
  },
};

const frequentPart: CodePart = {
  name: 'mostFrequent',
  source: `/** The value that occurs most often, its share, and how often each occurs. Capitals and space around texts don't count. */
function mostFrequent<T extends Json>(values: T[]): { value: T; share: number; counts: Table } {
  const groups = Map.groupBy(values, (value) =>
    typeof value === 'string' ? value.normalize('NFC').trim().toLowerCase() : \`\\u0000\${JSON.stringify(value)}\`,
  );
  const ranked = [...groups.values()].sort((one, other) => other.length - one.length);
  const [first] = ranked;
  if (first?.[0] === undefined) throw new Error('The list is empty.');
  const rows = ranked.map((group): Record<string, Cell> => {
    const [value = null] = group;
    return { value: typeof value === 'object' ? JSON.stringify(value) : value, count: group.length };
  });
  return { value: first[0], share: first.length / values.length, counts: { columns: ['value', 'count'], rows } };
}`,
  uses: [jsonPart, tablePart],
};

/** The most frequent value. */
export const mostFrequentCode: NodeCode = {
  write: ({ input, use }) => ({
    value: callText(use(frequentPart), [input('values')?.text]),
    outputs: memberOutputs('value', 'share', 'counts'),
  }),
};

function namesOf(value: JsonValue | undefined): readonly string[] {
  if (!Array.isArray(value)) return refuseCode('fields');
  return [...new Set(value.map((one) => String(one).trim()).filter((one) => one !== ''))];
}
