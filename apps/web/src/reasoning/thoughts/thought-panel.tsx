import type { Thought, Thoughts } from '@jacquard/protocol';
import { Button } from '@mantine/core';
import { useTexts } from '../../i18n/i18n.ts';
import { useInsidesContext } from '../insides-context.ts';
import { PauseOfStep } from '../../pause/pauses.tsx';
import { LongText } from '../long-text.tsx';
import { ItemSource } from '../source/item-source.tsx';
import type { ThoughtActions } from './thought-actions.ts';
import { OriginMark, StateMark, ValueChip } from './thought-marks.tsx';
import { stateWords } from './thought-words.ts';
import styles from './thoughts.module.css';

interface ThoughtPanelProps {
  readonly thoughts: Thoughts;
  readonly thought: Thought | undefined;
  readonly actions: ThoughtActions | undefined;
  readonly onActive: (id: string) => void;
}

/** A thought in full: its text, worth and state, what it was made of, and the prompts and raw texts behind it. */
export function ThoughtPanel({ thoughts, thought, actions, onActive }: ThoughtPanelProps): React.ReactElement {
  const { t } = useTexts();
  const { isLarge } = useInsidesContext();
  if (!thought) {
    return (
      <section className={styles.panel} aria-label={t('reasoning.thought')}>
        <p className={styles.facts}>{t('reasoning.choose-thought')}</p>
        {isLarge && actions && <PauseOfStep path={actions.path} />}
      </section>
    );
  }
  const { value, verdicts, parents, valuedBy, operation, by } = thought;
  const isKept = actions?.isKept(thought.id);
  const facts = [
    stateWords(thought, t),
    operation !== 'generate' && t(`reasoning.${operation}`),
    by !== 'model' && t(`reasoning.by-${by}`),
  ].filter((fact) => typeof fact === 'string');
  return (
    <section className={styles.panel} aria-label={t('reasoning.thought')}>
      {isLarge && actions && <PauseOfStep path={actions.path} />}
      <p className={styles.panelHead}>
        <StateMark thought={thought} />
        <OriginMark thought={thought} />
        {t('reasoning.level', { level: thought.level })}
        {value !== undefined && <ValueChip value={value} best={thoughts.best} />}
      </p>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      <LongText text={thought.text} />
      {isKept !== undefined && (
        <Button
          size="compact-xs"
          h={28}
          variant={isKept ? 'default' : 'filled'}
          onClick={() => actions?.toggle(thought.id)}
        >
          {t(isKept ? 'reasoning.prune' : 'reasoning.promote')}
        </Button>
      )}
      {parents.length > 1 && (
        <div className={styles.parents}>
          {t('reasoning.merged-of')}
          {parents.map((parent) => (
            <button key={parent} type="button" className={styles.parent} onClick={() => onActive(parent)}>
              {thoughts.byId.get(parent)?.text.trim() || t('reasoning.empty-text')}
            </button>
          ))}
        </div>
      )}
      <ItemSource key={thought.id} source={thought.from} isOpen={isLarge} />
      {verdicts.length > 0 && <p className={styles.facts}>{verdicts.slice(0, 50).join(' · ')}</p>}
      {valuedBy && <ItemSource key={`${thought.id} value`} source={valuedBy} label={t('reasoning.valued')} />}
    </section>
  );
}
