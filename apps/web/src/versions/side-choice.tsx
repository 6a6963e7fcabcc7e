import { diffWords, type Side } from '@jacquard/canvas';
import { useId, useMemo } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import styles from './merge-dialog.module.css';

interface SideState {
  readonly label: string;
  /** What that side holds; absent where the label says all. */
  readonly text?: string;
}

interface SideChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly side: Side;
  readonly mine: SideState;
  readonly theirs: SideState;
  readonly onChange: (side: Side) => void;
}

/** Two states side by side, one of which is chosen; the words in which they differ are marked. */
export function SideChoice({
  name,
  label,
  isLabelShown = false,
  side,
  mine,
  theirs,
  onChange,
}: SideChoiceProps): React.ReactElement {
  const pieces = useMemo(() => diffWords(mine.text ?? '', theirs.text ?? ''), [mine.text, theirs.text]);
  const sides = { mine: { ...mine, marks: 'removed' }, theirs: { ...theirs, marks: 'added' } } as const;
  return (
    <fieldset className={styles.choice}>
      <legend className={isLabelShown ? styles.legend : styles.hidden}>{label}</legend>
      <div className={styles.sides}>
        {(['mine', 'theirs'] as const).map((one) => (
          <SideOption
            key={one}
            name={name}
            label={sides[one].label}
            isChosen={side === one}
            onChoose={() => onChange(one)}
          >
            {sides[one].text !== undefined && <Marked pieces={pieces} marks={sides[one].marks} />}
          </SideOption>
        ))}
      </div>
    </fieldset>
  );
}

interface SideOptionProps {
  readonly name: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
}

function SideOption({ name, label, isChosen, onChoose, children }: SideOptionProps): React.ReactElement {
  const id = useId();
  return (
    <label className={styles.side} data-chosen={isChosen}>
      <span className={styles.sideHead}>
        <input
          type="radio"
          name={name}
          checked={isChosen}
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-text`}
          onChange={onChoose}
        />
        <span id={`${id}-label`}>{label}</span>
      </span>
      <span id={`${id}-text`} className={styles.sideText}>
        {children}
      </span>
    </label>
  );
}

interface MarkedProps {
  readonly pieces: ReturnType<typeof diffWords>;
  readonly marks: 'added' | 'removed';
}

function Marked({ pieces, marks }: MarkedProps): React.ReactElement {
  const { t } = useTexts();
  const shown = pieces.filter(({ change }) => change === 'same' || change === marks);
  if (shown.length === 0) return <em>{t('versions.nothing')}</em>;
  return (
    <>
      {shown.map(({ change, text }, index) =>
        change === 'same' ? <span key={index}>{text}</span> : <mark key={index}>{text}</mark>,
      )}
    </>
  );
}
