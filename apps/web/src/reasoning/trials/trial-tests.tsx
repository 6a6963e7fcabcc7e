import type { Trial } from '@jacquard/protocol';
import { useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { LongText } from '../long-text.tsx';
import { ShowMore } from '../show-more.tsx';
import { ItemSource } from '../source/item-source.tsx';
import { TestMark } from './test-mark.tsx';
import styles from './trials.module.css';

/** So many tests are drawn at once. */
const shownAtOnce = 60;

/** The tests of a trial as marks; what one said stands below them once it is clicked. */
export function TrialTests({ trial: { trial, tests } }: { readonly trial: Trial }): React.ReactElement | null {
  const { t } = useTexts();
  const [shown, setShown] = useState(shownAtOnce);
  const [open, setOpen] = useState<string>();
  const told = tests.find(({ name }) => name === open);
  if (tests.length === 0) return null;
  return (
    <>
      <ul className={styles.tests} aria-label={t('reasoning.tests', { number: trial })}>
        {tests.slice(0, shown).map((test) => (
          <TestMark
            key={test.name}
            test={test}
            isOpen={test.name === open}
            onToggle={() => setOpen(test.name === open ? undefined : test.name)}
          />
        ))}
      </ul>
      <ShowMore shown={shown} all={tests.length} atOnce={shownAtOnce} onShow={setShown} />
      {told && (
        <div className={styles.told}>
          <b>{told.name}</b>
          {told.message !== undefined && <LongText text={told.message} isCode />}
          {told.from && <ItemSource key={told.name} source={told.from} />}
        </div>
      )}
    </>
  );
}
