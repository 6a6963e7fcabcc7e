import { SegmentedControl, Textarea } from '@mantine/core';
import { useTexts } from '../../i18n/i18n.ts';
import { useAnswers } from '../guide-store.ts';
import styles from '../guides.module.css';
import { useModelInUse } from '../use-model-in-use.ts';
import { countPieces, likelyPiece } from './count-pieces.ts';
import { englishPrompts, englishTexts } from './english-sample.ts';
import { TextOrFile } from './text-or-file.tsx';

const id = 'compare-two-prompts';
const ways = ['lines', 'paragraphs'] as const;

/** The texts that both prompts are given. */
export function CompareHave(): React.ReactElement {
  const { t, language } = useTexts();
  const [{ texts, piece, prompts }, change] = useAnswers(id);
  const { languages } = useModelInUse();
  // Of texts in a language that the model doesn't know nothing could be learned.
  const isForeign = languages.length > 0 && !languages.includes(language);
  const sample = isForeign ? englishTexts : t('guides.compare-sample-texts');
  const take = (taken: string): void => {
    const isFresh = taken === sample && prompts.every((prompt) => prompt === '');
    const likely = likelyPiece(taken) === 'paragraphs' ? 'paragraphs' : 'lines';
    change({
      texts: taken,
      ...(texts.trim() === '' && { piece: likely }),
      ...(isFresh && {
        prompts: isForeign ? englishPrompts : [t('guides.compare-sample-a'), t('guides.compare-sample-b')],
      }),
    });
  };
  return (
    <>
      <TextOrFile
        label={t('guides.compare-paste')}
        value={texts}
        rows={7}
        sample={sample}
        sampleText={t(isForeign ? 'guides.compare-sample-english' : 'guides.compare-sample')}
        onText={take}
      />
      <div>
        <p className={styles.label} id="guide-piece">
          {t('guides.compare-piece')}
        </p>
        <SegmentedControl
          aria-labelledby="guide-piece"
          data={ways.map((value) => ({ value, label: t(`guides.extract-${value}`) }))}
          value={piece}
          onChange={(value) => change({ piece: ways.find((way) => way === value) ?? 'lines' })}
        />
        {texts.trim() !== '' && (
          <p className={styles.quiet} role="status">
            {t('guides.compare-pieces', { count: countPieces(texts, piece) })}
          </p>
        )}
      </div>
    </>
  );
}

/** The two prompts. */
export function CompareWant(): React.ReactElement {
  const { t } = useTexts();
  const [{ prompts }, change] = useAnswers(id);
  const [a, b] = prompts;
  return (
    <div className={styles.beside}>
      <PromptField label={t('guides.compare-prompt-a')} value={a} onChange={(text) => change({ prompts: [text, b] })} />
      <PromptField label={t('guides.compare-prompt-b')} value={b} onChange={(text) => change({ prompts: [a, text] })} />
    </div>
  );
}

interface PromptFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function PromptField({ label, value, onChange }: PromptFieldProps): React.ReactElement {
  return (
    <Textarea
      name="prompt"
      label={label}
      autosize
      minRows={6}
      maxRows={16}
      maxLength={20_000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
