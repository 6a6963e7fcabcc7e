import { createDocumentText, type TableRow } from '../create-document-text.ts';
import type { FormatReader } from '../format-reader.ts';
import { odsEvents, type OdsEvent, type OdsFindings } from './ods-events.ts';
import { openOfficePackage, partAt, titleProperty } from './office-package.ts';
import { hiddenSheets, writeSheet } from './office-sheet.ts';

/** OpenDocument spreadsheets: each visible sheet is a page, its cells as the program that saved them showed them. */
export const odsReader: FormatReader = async (bytes, _about, context) => {
  const parts = await openOfficePackage(bytes, context);
  const text = createDocumentText(context.limits);
  const found: OdsFindings = { formulasWithoutValue: 0 };
  const hidden: string[] = [];
  const events = odsEvents(partAt(parts, 'content.xml'), found);
  let pages = 0;
  for (let sheet = nextSheet(events.next().value); sheet;) {
    context.signal.throwIfAborted();
    const { name, isHidden } = sheet;
    const after: { sheet?: Sheet | undefined } = {};
    const rows = sheetRows(events, after);
    if (isHidden) {
      hidden.push(name);
    } else {
      pages += 1;
      text.setPage(pages);
      writeSheet(text, rows, name);
    }
    for (const _ of rows) continue;
    sheet = after.sheet;
  }
  return {
    ...text.finish(),
    title: titleProperty(parts),
    pages,
    warnings: [
      ...hiddenSheets(hidden),
      ...(found.formulasWithoutValue > 0
        ? [{ code: 'formulas-without-values', params: { count: found.formulasWithoutValue } }]
        : []),
    ],
  };
};

type Sheet = Extract<OdsEvent, { kind: 'sheet' }>;

function nextSheet(event: OdsEvent | undefined | void): Sheet | undefined {
  return event?.kind === 'sheet' ? event : undefined;
}

/** Rows up to the next sheet, which is left in `after`. However many empty rows stand together, one is given. */
function* sheetRows(
  events: Iterator<OdsEvent, void>,
  after: { sheet?: Sheet | undefined },
): Generator<TableRow, void, void> {
  let number = 1;
  for (let next = events.next(); !next.done; next = events.next()) {
    const event = next.value;
    if (event.kind === 'sheet') {
      after.sheet = event;
      return;
    }
    if (event.cells.length === 0) yield { cells: [], number };
    else for (let time = 0; time < event.repeated; time += 1) yield { cells: event.cells, number: number + time };
    number += event.repeated;
  }
}
