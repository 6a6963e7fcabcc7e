import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import styles from './text-window.module.css';
import { usePaced } from '../use-paced.ts';
import { textBlocks } from './text-blocks.ts';

/** So much of the end is drawn; all of it shows once it is written. */
const tail = 20_000;

/** A text while it is written: its end, followed unless the reader has scrolled up. */
export function GrowingText({ text }: { readonly text: string }): React.ReactElement {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const [isFollowing, setFollowing] = useState(true);
  const drawn = usePaced(text, 100);
  const end = drawn.length > tail ? drawn.slice(-tail) : drawn;
  useEffect(() => {
    if (end !== '' && isFollowing && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [end, isFollowing]);
  const follow = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: React.UIEvent<HTMLElement>): void =>
    setFollowing(scrollHeight - scrollTop - clientHeight < 48);
  return (
    // A box that scrolls is reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      ref={box}
      className={styles.box}
      tabIndex={0}
      role="region"
      aria-label={t('faces.text')}
      aria-busy
      onScroll={follow}
    >
      <div className={styles.text} data-wrapped>
        {end.length < drawn.length && <p className={styles.block}>…</p>}
        {textBlocks(end).map(({ start, text: block }) => (
          <p key={start} className={styles.block}>
            {block}
          </p>
        ))}
      </div>
    </div>
  );
}
