import { Fragment } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import type { TextRange } from '../find-quotation.ts';
import styles from '../reader.module.css';
import { MarkedText } from './marked-text.tsx';
import { TablePart } from './table-part.tsx';
import type { BlockPart } from './windows-of.ts';

interface BlockPartsProps {
  /** The document's text. */
  readonly text: string;
  readonly parts: readonly BlockPart[];
  readonly range: TextRange | undefined;
  /** No line where a page begins: the pages are shown otherwise. */
  readonly isPaged?: boolean;
}

/** Items that keep the number or sign that they had get no other. */
const ownMark = /^\s*(?:\d{1,3}|\p{L}|[ivx]{1,5})[.)]\s|^\s*[•–—*-]\s/u;

/** Blocks of a document as headings, paragraphs, lists, tables and code. Nothing of it is ever markup. */
export function BlockParts({ text, parts, range, isPaged = false }: BlockPartsProps): React.ReactElement {
  return (
    <>
      {groupsOf(parts).map((group) => {
        const [first] = group;
        if (!first) return null;
        return (
          <Fragment key={first.start}>
            {!isPaged && first.startsPage && <PageLine page={first.block.page} />}
            {first.block.kind === 'list-item' ? (
              <ul data-page={first.block.page}>
                {group.map((part) => (
                  <li key={part.start} data-numbered={ownMark.test(text.slice(part.start, part.start + 12))}>
                    <MarkedText text={text} start={part.start} end={part.end} range={range} />
                  </li>
                ))}
              </ul>
            ) : (
              <BlockView text={text} part={first} range={range} />
            )}
          </Fragment>
        );
      })}
    </>
  );
}

function BlockView({
  text,
  part,
  range,
}: {
  readonly text: string;
  readonly part: BlockPart;
  readonly range: TextRange | undefined;
}): React.ReactElement {
  const { block, start, end } = part;
  const content = <MarkedText text={text} start={start} end={end} range={range} />;
  if (part.rows) return <TablePart text={text} part={part} range={range} />;
  if (block.kind === 'code' || block.kind === 'table') return <pre data-page={block.page}>{content}</pre>;
  if (block.kind === 'paragraph') return <p data-page={block.page}>{content}</p>;
  return (
    <div className={styles.heading} role="heading" aria-level={headingLevel(block.level)} data-page={block.page}>
      {content}
    </div>
  );
}

/** Headings of the document stand below the reader's own. */
function headingLevel(level = 1): number {
  return Math.min(6, level + 2);
}

function PageLine({ page }: { readonly page: number | undefined }): React.ReactElement | null {
  const { t } = useTexts();
  if (page === undefined) return null;
  return (
    <p className={styles.pageLine} data-page={page}>
      <span>{t('sources.reader-page-number', { page })}</span>
    </p>
  );
}

/** Neighbouring items of a list belong into one list; everything else stands alone. */
function groupsOf(parts: readonly BlockPart[]): readonly (readonly BlockPart[])[] {
  const groups: BlockPart[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    const before = last?.at(-1)?.block;
    if (last && before?.kind === 'list-item' && part.block.kind === 'list-item' && before.page === part.block.page)
      last.push(part);
    else groups.push([part]);
  }
  return groups;
}
