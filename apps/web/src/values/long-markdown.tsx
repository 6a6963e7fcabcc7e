import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { Markdown } from './markdown.tsx';
import { markdownBlocks, type MarkdownBlock } from './markdown-blocks.ts';
import styles from './markdown-text.module.css';

/** Up to here a text is parsed as one, so that its references find each other. */
const short = 20_000;
/** Blocks that are drawn, or left, together; and the text that they hold at most. */
const [blocksInGroup, textInGroup] = [30, 12_000];

/** Markdown of any length: parts far from what is in sight stay plain text until they come near. */
export function LongMarkdown({ text }: { readonly text: string }): React.ReactElement {
  const groups = useMemo(() => (text.length <= short ? [] : groupBlocks(markdownBlocks(text).blocks)), [text]);
  if (text.length <= short) return <Markdown text={text} />;
  return (
    <>
      {groups.map((blocks, index) => (
        // A part of a text has no identity but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <NearMarkdown key={index} text={blocks.map((block) => block.text).join('')} />
      ))}
    </>
  );
}

/** Markdown while it is written: what has settled is parsed once, the last blocks with each piece that comes. */
export function GrowingMarkdown({ text }: { readonly text: string }): React.ReactElement {
  const [blocksOf] = useState(rememberBlocks);
  return (
    <>
      {groupBlocks(blocksOf(text)).map((blocks, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- as above
        <BlockGroup key={index} blocks={blocks} />
      ))}
    </>
  );
}

/** The same text gives the same blocks, whatever was asked before; what has settled is not looked at again. */
function rememberBlocks(): (text: string) => readonly MarkdownBlock[] {
  let known = markdownBlocks('');
  return (text) => {
    known = markdownBlocks(text, known);
    return known.blocks;
  };
}

const BlockGroup = memo(
  function BlockGroup({ blocks }: { readonly blocks: readonly MarkdownBlock[] }): React.ReactElement {
    return (
      <div className={styles.group}>
        {blocks.map(({ text }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- as above
          <Markdown key={index} text={text} />
        ))}
      </div>
    );
  },
  ({ blocks: before }, { blocks: after }) =>
    before.length === after.length && before.every((block, index) => block === after[index]),
);

function NearMarkdown({ text }: { readonly text: string }): React.ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (isNear || !place.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: '800px 0px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isNear]);
  return (
    <div ref={place} className={styles.group}>
      {isNear ? <Markdown text={text} /> : <p className={styles.far}>{text}</p>}
    </div>
  );
}

function groupBlocks(blocks: readonly MarkdownBlock[]): readonly (readonly MarkdownBlock[])[] {
  const groups: MarkdownBlock[][] = [];
  let length = 0;
  for (const block of blocks) {
    const group = groups.at(-1);
    if (!group || group.length >= blocksInGroup || length + block.length > textInGroup) {
      groups.push([block]);
      length = block.length;
    } else {
      group.push(block);
      length += block.length;
    }
  }
  return groups;
}
