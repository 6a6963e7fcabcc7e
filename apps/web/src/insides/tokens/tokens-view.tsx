import type { ModelState } from '@jacquard/protocol';
import { Select, Textarea } from '@mantine/core';
import { useTexts } from '../../i18n/i18n.ts';
import { FormChoice } from '../form-choice.tsx';
import { formFor, useInsides } from '../insides-store.ts';
import { ModelTokens } from './model-tokens.tsx';
import styles from './tokens.module.css';

interface TokensViewProps {
  readonly model: ModelState;
  /** All that are on this machine. */
  readonly models: readonly ModelState[];
}

/** A text as tokens: of one model, or of two side by side. */
export function TokensView({ model, models }: TokensViewProps): React.ReactElement {
  const { t } = useTexts();
  const written = useInsides((state) => state.tokensText);
  const form = useInsides((state) => state.tokensForm);
  const otherId = useInsides((state) => state.other);
  const text = written ?? t('insides.tokens-sample');
  const others = models.filter(({ id }) => id !== model.id);
  const other = others.find(({ id }) => id === otherId);
  return (
    <div className={styles.view}>
      <p className={styles.lead}>{t('insides.tokens-text')}</p>
      <div className={styles.head}>
        <label className={styles.title} htmlFor="insides-tokens-text">
          {t('insides.text')}
        </label>
        <FormChoice
          value={formFor(model, form)}
          onChange={(tokensForm) => useInsides.setState({ tokensForm })}
          isTextOnly={formFor(model, 'message') === 'text'}
        />
        {others.length > 0 && (
          <Select
            className={styles.compare}
            aria-label={t('insides.compare')}
            data={[
              { value: '', label: `${t('insides.compare')}: ${t('insides.compare-none')}` },
              ...others.map(({ id, name }) => ({ value: id, label: `${t('insides.compare')}: ${name}` })),
            ]}
            value={other?.id ?? ''}
            onChange={(id) => useInsides.setState({ other: id === null || id === '' ? undefined : id })}
          />
        )}
      </div>
      <Textarea
        id="insides-tokens-text"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={20_000}
        value={text}
        onChange={(event) => useInsides.setState({ tokensText: event.currentTarget.value })}
      />
      <div className={styles.models} data-two={other !== undefined}>
        <ModelTokens key={model.id} model={model} text={text} form={form} />
        {other && <ModelTokens key={other.id} model={other} text={text} form={form} />}
      </div>
    </div>
  );
}
