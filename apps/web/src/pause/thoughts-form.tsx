import { Button, Checkbox, Textarea } from '@mantine/core';
import type { SearchPause } from '@jacquard/flow';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { formatFigure } from '../values/format-figure.ts';
import { useKeptThoughts } from './kept-thoughts.ts';
import styles from './pauses.module.css';
import type { PauseFormProps } from './step-pause.tsx';

/** The thoughts of a search's last step: which go on, and what a person adds of her own. */
export function ThoughtsForm({ form, isSending, send }: PauseFormProps): React.ReactElement | null {
  const { t } = useTexts();
  const asked = useKeptThoughts(form);
  const [added, setAdded] = useState('');
  if (!asked) return null;
  const { kept, toggle } = asked;
  const { thoughts, most } = asked.pause;
  const own = added.split('\n').filter((line) => line.trim() !== '');
  const chosen = kept.size + own.length;
  return (
    <>
      <Thoughts thoughts={thoughts} kept={kept} onToggle={toggle} />
      <Textarea
        size="xs"
        autosize
        minRows={1}
        maxRows={6}
        aria-label={t('pause.add-thought')}
        placeholder={t('pause.add-thought')}
        value={added}
        onChange={({ currentTarget }) => setAdded(currentTarget.value)}
      />
      <p className={chosen > most ? styles.problem : styles.hint}>
        {t('pause.most-thoughts', { count: most, chosen })}
      </p>
      <div className={styles.buttons}>
        <Button
          size="xs"
          loading={isSending}
          disabled={chosen === 0 || chosen > most}
          onClick={() => send({ keep: thoughts.flatMap(({ id }) => (kept.has(id) ? [id] : [])), add: own })}
        >
          {t('pause.go-on')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={isSending}
          onClick={() => send({ keep: [], add: [], stop: true })}
        >
          {t('pause.stop-search')}
        </Button>
      </div>
    </>
  );
}

interface ThoughtsProps {
  readonly thoughts: SearchPause['thoughts'];
  readonly kept: ReadonlySet<string>;
  onToggle(id: string): void;
}

function Thoughts({ thoughts, kept, onToggle }: ThoughtsProps): React.ReactElement {
  const { language } = useTexts();
  return (
    <ul className={styles.thoughts}>
      {thoughts.map(({ id, text, value }) => (
        <li key={id}>
          <label className={styles.thought} data-kept={kept.has(id)}>
            <Checkbox size="xs" checked={kept.has(id)} onChange={() => onToggle(id)} />
            <span>{text}</span>
            <b className="tabular">{formatFigure(value, language)}</b>
          </label>
        </li>
      ))}
    </ul>
  );
}
