import type { NodeDefinition } from '@jacquard/node-kit';
import { arithmetic } from './arithmetic.ts';
import { extract } from './extract.ts';
import { filterRows } from './filter-rows.ts';
import { join } from './join.ts';
import { jsonPath } from './json-path.ts';
import { makeRow } from './make-row.ts';
import { makeTable } from './make-table.ts';
import { mostFrequent } from './most-frequent.ts';
import { parseCsv } from './parse-csv.ts';
import { parseJson } from './parse-json.ts';
import { readFile } from './read-file.ts';
import { selectColumns } from './select-columns.ts';
import { sortRows } from './sort-rows.ts';
import { split } from './split.ts';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [
  readFile,
  join,
  split,
  extract,
  parseJson,
  jsonPath,
  parseCsv,
  makeRow,
  makeTable,
  selectColumns,
  filterRows,
  sortRows,
  mostFrequent,
  arithmetic,
];
