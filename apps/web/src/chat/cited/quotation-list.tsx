import type { Quotation } from '@jacquard/flow';
import { Tooltip, VisuallyHidden } from '@mantine/core';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { openSource } from '../../state/source-store.ts';
import styles from './cited.module.css';
import { excerptOf, quotedRows } from './excerpt.ts';
import { formatShare } from '../../values/format-share.ts';
import { MatchLabel } from '../../values/match-label.tsx';
import type { SourceState } from './source-state.ts';
import { useSourceState } from './use-source-state.ts';

interface QuotationListProps {
  readonly quotations: readonly Quotation[];
}

/** What the documents say, cut from them: the numbered sources of an answer. Each opens its document at the place. */
export function QuotationList({ quotations }: QuotationListProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <ol className={styles.quotations} aria-label={t('sources.quotations')}>
      {quotations.map((quotation) => (
        <QuotationItem key={quotation.number} quotation={quotation} />
      ))}
    </ol>
  );
}

/** Opens the document of a quotation at its place. */
export function openQuotation({ passage: { metadata }, start, end, text }: Quotation): void {
  const { base, source, document, date, page } = metadata;
  openSource({ base, source, document, date, page, start, end, text });
}

function QuotationItem({ quotation }: { readonly quotation: Quotation }): React.ReactElement {
  const { t, language } = useTexts();
  const { number, text, passage } = quotation;
  const { metadata, pageContent } = passage;
  const state = useSourceState(metadata);
  const place = placeText(metadata, t);
  // What is seen and what is only heard make up one sentence.
  const [beforeNumber, beforePlace] = t('sources.open', { number: '\n', place: '\n' }).split('\n');
  return (
    <li className={styles.quotation} id={`source-${number}`}>
      <button type="button" className={styles.quotationOpen} onClick={() => openQuotation(quotation)}>
        <VisuallyHidden>{beforeNumber}</VisuallyHidden>
        <span className={styles.number}>{number}</span>
        <VisuallyHidden>{beforePlace}</VisuallyHidden>
        <span className={styles.quotationHead}>
          <strong>{nameOf(metadata.source)}</strong>
          {place.slice(nameOf(metadata.source).length)}
        </span>
      </button>
      <QuotedWords passage={pageContent} text={text} />
      <p className={styles.quotationFoot}>
        {metadata.match && <MatchLabel match={metadata.match} />}
        {metadata.scanned !== undefined && (
          <Tooltip label={t('sources.scanned-hint')}>
            <span>{t('sources.scanned', { share: formatShare(metadata.scanned, language) })}</span>
          </Tooltip>
        )}
        <ChangedNote state={state} date={metadata.date} />
      </p>
    </li>
  );
}

/** The words as they stand there, marked in their paragraph; rows of a table as a table. */
function QuotedWords({ passage, text }: { readonly passage: string; readonly text: string }): React.ReactElement {
  const [header, ...rows] = quotedRows(text) ?? [];
  if (header) {
    return (
      <blockquote className={styles.quoted}>
        <table className={styles.rows}>
          <thead>
            <Row cells={header} of="th" />
          </thead>
          <tbody>
            {rows.map((cells) => (
              <Row key={cells.join('|')} cells={cells} of="td" />
            ))}
          </tbody>
        </table>
      </blockquote>
    );
  }
  const { before, quoted, after } = excerptOf(passage, text);
  return (
    <blockquote className={styles.quoted}>
      {before}
      <mark>{quoted}</mark>
      {after}
    </blockquote>
  );
}

function Row({ cells, of: Cell }: { readonly cells: readonly string[]; readonly of: 'th' | 'td' }): React.ReactElement {
  return (
    <tr>
      {cells.map((cell, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- cells never move, and may be equal
        <Cell key={index}>{cell}</Cell>
      ))}
    </tr>
  );
}

function ChangedNote({ state, date }: { readonly state: SourceState; readonly date: string | undefined }) {
  const { t, language } = useTexts();
  if (state !== 'changed' && state !== 'gone') return null;
  const day = date === undefined ? undefined : new Date(date).toLocaleDateString(language, { dateStyle: 'medium' });
  const key = state === 'gone' ? 'sources.gone' : day === undefined ? 'sources.changed' : 'sources.changed-since';
  return <span className={styles.changed}>{t(key, { date: day ?? '' })}</span>;
}

/** The file's own name. */
function nameOf(source: string): string {
  return source.split('/').at(-1) ?? source;
}

/** Where a quotation stands, in words: file, then page or sheet and rows, then the nearest heading. */
function placeText({ source, page, table, headings }: Quotation['passage']['metadata'], t: Translate): string {
  const parts = [nameOf(source)];
  if (page !== undefined) parts.push(t('sources.page', { page }));
  if (table?.name !== undefined && table.name !== '') parts.push(table.name);
  else if (headings.length > 0) parts.push(headings.at(-1) ?? '');
  return parts.join(', ');
}
