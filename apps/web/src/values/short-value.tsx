import type { JsonValue, ValueReference } from '@jacquard/flow';
import { useMemo } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { FileLine, formatBytes } from './file-line.tsx';
import { ImageValue } from './image-value.tsx';
import { Markdown } from './markdown.tsx';
import { MessageList } from './message-list.tsx';
import { tableOfPreview } from './partial-json.ts';
import { ShortPassages } from './passage-list.tsx';
import { BooleanValue, NumberValue } from './plain-value.tsx';
import { ShortTable } from './table/short-table.tsx';
import { listAsTable } from './table/table-data.ts';
import { looksLikeMarkdown, valueForm } from './value-form.ts';
import styles from './value-view.module.css';

interface ShortValueProps {
  readonly value: JsonValue;
  readonly runId?: string | undefined;
  /** What was searched: passages are marked by it. */
  readonly terms?: readonly string[] | undefined;
  readonly isMarkdown?: boolean | undefined;
}

/** Any value as a node shows it: four lines at most, fading, in the form that suits it. Nothing in it takes a click. */
export function ShortValue(props: ShortValueProps): React.ReactElement {
  return (
    <div className={styles.short}>
      <ShortContent {...props} />
    </div>
  );
}

function ShortContent({ value, runId, terms, isMarkdown }: ShortValueProps): React.ReactElement {
  const form = valueForm(value);
  switch (form.form) {
    case 'text':
      return <ShortText text={form.text} isMarkdown={isMarkdown} />;
    case 'number':
      return <NumberValue number={form.number} isShort />;
    case 'boolean':
      return <BooleanValue isTrue={form.isTrue} />;
    case 'table':
      return <ShortTable table={form.table} />;
    case 'messages':
      return <MessageList messages={form.messages.slice(-2)} />;
    case 'passages':
      return <ShortPassages passages={form.passages} terms={terms} />;
    case 'image':
      return <ImageValue file={form.file} runId={runId} isShort />;
    case 'file':
      return <FileLine file={form.file} />;
    case 'reference':
      return <ShortReference reference={form.reference} isMarkdown={isMarkdown} />;
    default:
      return <ShortJson json={form.json} />;
  }
}

/** More of a text is never in sight on a node. */
const most = 600;

function ShortText({ text, isMarkdown }: { readonly text: string; readonly isMarkdown?: boolean | undefined }) {
  const start = text.slice(0, most);
  if (isMarkdown || looksLikeMarkdown(start)) return <Markdown text={start} isInert />;
  return <p className={styles.plain}>{start}</p>;
}

function ShortReference(props: { readonly reference: ValueReference; readonly isMarkdown?: boolean | undefined }) {
  const { kind, preview, size } = props.reference;
  const { language } = useTexts();
  const table = useMemo(() => (kind === 'table' ? tableOfPreview(preview) : undefined), [kind, preview]);
  if (table) return <ShortTable table={table} size={formatBytes(size, language)} />;
  return <ShortText text={preview} isMarkdown={props.isMarkdown} />;
}

function ShortJson({ json }: { readonly json: JsonValue }): React.ReactElement {
  const table = useMemo(() => listAsTable(json), [json]);
  if (table) return <ShortTable table={table} />;
  return <p className={`${styles.plain} ${styles.code}`}>{shortJson(json)}</p>;
}

/** How JSON begins; of a long list no more is written than is in sight. */
function shortJson(json: JsonValue): string {
  const start: JsonValue = Array.isArray(json) ? json.slice(0, 20) : json;
  return JSON.stringify(start, null, 1).slice(0, most);
}
