import type { ModelState } from '@jacquard/protocol';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { problemText } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { formatCount } from '../../values/format-duration.ts';
import { formatFigure } from '../../values/format-figure.ts';
import { tokensQuery } from '../insides-api.ts';
import { formFor, type TextForm } from '../insides-store.ts';
import { countTokens } from './count-tokens.ts';
import { TokenList } from './token-list.tsx';
import styles from './tokens.module.css';

interface ModelTokensProps {
  readonly model: ModelState;
  readonly text: string;
  readonly form: TextForm;
}

/** A text as one model takes it apart, with the figures. */
export function ModelTokens({ model, text, form }: ModelTokensProps): React.ReactElement {
  const { t, language } = useTexts();
  const [settled] = useDebouncedValue(text, 250);
  const read = formFor(model, form);
  const { data, error } = useQuery({ ...tokensQuery(model.id, read, settled), placeholderData: keepPreviousData });
  const tokens = settled === '' ? undefined : data;
  const counts = useMemo(() => tokens && countTokens(settled, tokens), [settled, tokens]);
  const name = t('insides.tokens-of', { name: model.name });
  return (
    <section className={styles.model} aria-label={name}>
      <h2 className={styles.title}>{name}</h2>
      {error && (
        <p className={styles.problem} role="alert">
          {problemText(error, language).detail}
        </p>
      )}
      {!error && !tokens && settled !== '' && (
        <p className={styles.hint} role="status">
          {t('insides.loading')}
        </p>
      )}
      {counts && (
        <dl className={`${styles.counts} tabular`}>
          {(['tokens', 'characters', 'bytes', 'words'] as const).map((figure) => (
            <div key={figure}>
              <dt>{t(`insides.counts-${figure}`)}</dt>
              <dd>{formatCount(counts[figure], language)}</dd>
            </div>
          ))}
          {read === 'text' && counts.tokensPerWord !== undefined && (
            <div>
              <dt>{t('insides.counts-per-word')}</dt>
              <dd>{formatFigure(Math.round(counts.tokensPerWord * 100) / 100, language)}</dd>
            </div>
          )}
        </dl>
      )}
      {tokens && !error && <TokenList tokens={tokens} label={name} />}
    </section>
  );
}
