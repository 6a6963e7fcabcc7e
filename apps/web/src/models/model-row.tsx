import { Badge, Button, Progress } from '@mantine/core';
import type { ModelState } from '@jacquard/protocol';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { problemSentence, problemText } from '../api/problem-text.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import { formatBytes } from '../values/file-line.tsx';
import { formatCount } from '../values/format-duration.ts';
import styles from './models.module.css';
import { fetchModel } from './use-models.ts';

/** One model: what it is, whether it is here, and what can be done about it. */
export function ModelRow({ model }: { readonly model: ModelState }): React.ReactElement {
  const { t, language } = useTexts();
  const [refusal, setRefusal] = useState<unknown>();
  const attempt = (work: Promise<unknown>): void => void work.then(() => setRefusal(undefined), setRefusal);
  const { state, isDefault } = model;
  return (
    <li className={styles.model} aria-label={model.name}>
      <div className={styles.modelHead}>
        <h3 className={styles.modelName}>{model.name}</h3>
        <StateBadge model={model} />
        {isDefault && (
          <Badge variant="light" tt="none">
            {t('models.is-default')}
          </Badge>
        )}
        <span className={styles.space} />
        <ModelButtons model={model} attempt={attempt} />
      </div>
      {model.description[language] !== '' && <p className={styles.description}>{model.description[language]}</p>}
      {state === 'downloading' && <DownloadLine model={model} />}
      {state === 'failed' && model.error && (
        <p className={styles.problem} role="alert">
          {problemSentence(model.error, language)}
        </p>
      )}
      {refusal !== undefined && (
        <p className={styles.problem} role="alert">
          {problemText(refusal, language).detail}
        </p>
      )}
      <Facts model={model} />
    </li>
  );
}

function StateBadge({ model: { state } }: { readonly model: ModelState }): React.ReactElement {
  const { t } = useTexts();
  const texts = {
    installed: t('models.installed'),
    downloading: t('models.downloading'),
    absent: t('models.absent'),
    failed: t('models.failed'),
  };
  return (
    <span className={styles.state} data-state={state}>
      {texts[state]}
    </span>
  );
}

interface ModelButtonsProps {
  readonly model: ModelState;
  readonly attempt: (work: Promise<unknown>) => void;
}

function ModelButtons({ model, attempt }: ModelButtonsProps): React.ReactElement {
  const { t } = useTexts();
  const { id, name, state, isDefault } = model;
  const choose = async (): Promise<void> => {
    await api.chooseModel(id);
    await queryClient.invalidateQueries({ queryKey: queryKeys.models });
  };
  if (state === 'downloading') {
    return (
      <Button
        variant="default"
        aria-label={t('models.cancel-named', { name })}
        onClick={() => attempt(api.cancelModel(id))}
      >
        {t('models.cancel')}
      </Button>
    );
  }
  return (
    <>
      {state !== 'installed' && (
        <Button variant="light" aria-label={t('models.fetch-named', { name })} onClick={() => attempt(fetchModel(id))}>
          {state === 'failed' ? t('models.retry') : t('models.fetch')}
        </Button>
      )}
      {!isDefault && (
        <Button variant="default" aria-label={t('models.use-named', { name })} onClick={() => attempt(choose())}>
          {t('models.use')}
        </Button>
      )}
    </>
  );
}

function DownloadLine({ model: { name, done = 0, size } }: { readonly model: ModelState }): React.ReactElement {
  const { t, language } = useTexts();
  const text = t('models.progress', { done: formatBytes(done, language), total: formatBytes(size, language) });
  return (
    <div className={styles.progress}>
      <Progress flex={1} value={(done / Math.max(1, size)) * 100} aria-label={t('models.progress-of', { name })} />
      <span className="tabular">{text}</span>
    </div>
  );
}

function Facts({ model }: { readonly model: ModelState }): React.ReactElement {
  const { t, language } = useTexts();
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const facts: readonly (readonly [string, string])[] = [
    [t('models.size'), formatBytes(model.size, language)],
    [t('models.parameters'), model.parameters],
    [
      t('models.context'),
      model.contextTokens > 0 ? t('models.tokens', { count: formatCount(model.contextTokens, language) }) : '',
    ],
    [t('models.languages'), model.languages.map((code) => names.of(code) ?? code).join(', ')],
    [t('models.licence'), model.licence],
  ];
  return (
    <dl className={`${styles.facts} tabular`}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
