import type { JsonValue } from '@jacquard/flow';
import { useMemo } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { MessagesViewer, PassagesViewer } from './entries-viewer.tsx';
import { FileLine } from './file-line.tsx';
import { ImageValue } from './image-value.tsx';
import { JsonViewer } from './json/json-viewer.tsx';
import { LargeValue } from './large-value.tsx';
import { BooleanValue, NumberValue } from './plain-value.tsx';
import { TableViewer } from './table/table-viewer.tsx';
import { listAsTable } from './table/table-data.ts';
import { TextViewer } from './text/text-viewer.tsx';
import { valueForm } from './value-form.ts';
import styles from './value-view.module.css';

interface ValueViewProps {
  readonly value: JsonValue;
  /** The run that holds large values and files. */
  readonly runId?: string | undefined;
  /** What was searched: passages are marked by it. */
  readonly terms?: readonly string[] | undefined;
  /** The port says that its text is Markdown. */
  readonly isMarkdown?: boolean | undefined;
}

/** Any value in full, in the form that suits it, with what one may do with it. `ShortValue` is what a node shows of it. */
export function ValueView({ value, runId, terms, isMarkdown }: ValueViewProps): React.ReactElement {
  const form = valueForm(value);
  switch (form.form) {
    case 'text':
      return <TextViewer text={form.text} isMarkdown={isMarkdown} />;
    case 'number':
      return <NumberValue number={form.number} isShort={false} />;
    case 'boolean':
      return <BooleanValue isTrue={form.isTrue} />;
    case 'table':
      return <TableViewer table={form.table} />;
    case 'messages':
      return <MessagesViewer messages={form.messages} />;
    case 'passages':
      return <PassagesViewer passages={form.passages} terms={terms} />;
    case 'image':
      return <ImageValue file={form.file} runId={runId} isShort={false} />;
    case 'file':
      return <FileLine file={form.file} runId={runId} />;
    case 'reference':
      return (
        <LargeValue reference={form.reference} runId={runId}>
          {(whole) => <ValueView value={whole} runId={runId} terms={terms} isMarkdown={isMarkdown} />}
        </LargeValue>
      );
    default:
      return <JsonOrTable json={form.json} />;
  }
}

/** A list that reads as a table is shown as one; a click shows it as the JSON that it is. */
function JsonOrTable({ json }: { readonly json: JsonValue }): React.ReactElement {
  const table = useMemo(() => listAsTable(json), [json]);
  return table ? <TableViewer table={table} json={json} /> : <JsonViewer value={json} />;
}

/** What stands where a value has not arrived yet. */
export function NoValue(): React.ReactElement {
  const { t } = useTexts();
  return <p className={styles.none}>{t('panels.no-value')}</p>;
}
