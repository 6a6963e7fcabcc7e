import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { cutByFound, type Found } from './find-in-text.ts';
import { blockAt, textBlocks, type TextBlock } from './text-blocks.ts';
import styles from './text-window.module.css';

interface TextWindowProps {
  readonly text: string;
  readonly isWrapped: boolean;
  readonly isMono: boolean;
  readonly found: readonly Found[];
  /** Which of the found places is in sight. */
  readonly at: number;
}

/** Fewer blocks are all drawn: a window over them would only be in the way of the browser's own search. */
const mostDrawn = 12;

/** A text of any length: of a long one only the blocks in sight are drawn. */
export function TextWindow({ text, isWrapped, isMono, found, at }: TextWindowProps): React.ReactElement {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => textBlocks(text), [text]);
  const isWindowed = blocks.length > mostDrawn;
  const here = found[at];
  const rows = useVirtualizer({
    count: isWindowed ? blocks.length : 0,
    getScrollElement: () => box.current,
    estimateSize: (index) => heightOf(blocks[index], isWrapped),
    overscan: 2,
  });
  useEffect(() => rows.measure(), [rows, isWrapped, isMono]);
  useEffect(() => {
    if (!here) return undefined;
    if (isWindowed) rows.scrollToIndex(blockAt(blocks, here.from), { align: 'center' });
    const timer = setTimeout(() => showMark(box.current), 60);
    return () => clearTimeout(timer);
  }, [here, isWindowed, rows, blocks]);
  return (
    // A box that scrolls is reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={box} className={styles.box} tabIndex={0} role="region" aria-label={t('faces.text')}>
      <div
        className={styles.text}
        data-wrapped={isWrapped}
        data-mono={isMono}
        style={isWindowed ? { height: rows.getTotalSize() } : {}}
      >
        {!isWindowed && blocks.map((block) => <Block key={block.start} block={block} found={found} at={at} />)}
        {rows.getVirtualItems().map(({ index, key, start }) => (
          <div
            key={key}
            ref={rows.measureElement}
            data-index={index}
            className={styles.far}
            style={{ transform: `translateY(${start}px)` }}
          >
            <Block block={blocks[index] ?? nothing} found={found} at={at} />
          </div>
        ))}
      </div>
    </div>
  );
}

const nothing: TextBlock = { start: 0, text: '' };

interface BlockProps extends Pick<TextWindowProps, 'found' | 'at'> {
  readonly block: TextBlock;
}

function Block({ block, found, at }: BlockProps): React.ReactElement {
  return (
    <p className={styles.block}>
      {cutByFound(block.text, block.start, found).map(({ text, found: index }, place) =>
        index === undefined ? (
          text
        ) : (
          // A piece has no identity but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <mark key={place} data-here={index === at}>
            {text}
          </mark>
        ),
      )}
      {block.text === '' && '\u200B'}
    </p>
  );
}

const [lineHeight, lettersInLine] = [22, 90];

function heightOf(block: TextBlock | undefined, isWrapped: boolean): number {
  const lines = (block?.text ?? '').split('\n');
  if (!isWrapped) return lines.length * lineHeight;
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersInLine)), 0) * lineHeight;
}

function showMark(box: HTMLElement | null): void {
  box?.querySelector('mark[data-here="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
