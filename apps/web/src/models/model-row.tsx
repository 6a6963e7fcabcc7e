import { Badge } from '@mantine/core';
import { Problem } from '@jacquard/flow';
import type { Machine, ModelState } from '@jacquard/protocol';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { formatBytes } from '../values/file-line.tsx';
import { DownloadLine } from './download-line.tsx';
import { ModelButtons } from './model-buttons.tsx';
import { ModelFacts } from './model-facts.tsx';
import { estimateSpeed, verdictOf } from './model-verdict.ts';
import styles from './models.module.css';
import { RefusalLine } from './refusal-line.tsx';
import { TryModel } from './try-model.tsx';
import { VerdictLine } from './verdict-line.tsx';

interface ModelRowProps {
  readonly model: ModelState;
  readonly models: readonly ModelState[];
  readonly machine: Machine | undefined;
}

/** One model: what it is, whether it is here and does its work here, and what can be done about it. */
export function ModelRow({ model, models, machine }: ModelRowProps): React.ReactElement {
  const { t, language } = useTexts();
  const [refusal, setRefusal] = useState<unknown>();
  const [isTrying, setTrying] = useState(false);
  const attempt = (work: Promise<unknown>): void => void work.then(() => setRefusal(undefined), setRefusal);
  const { state, isDefault, error } = model;
  const estimate = estimateSpeed(model, models);
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
        <div className={styles.modelActions}>
          <ModelButtons model={model} attempt={attempt} isTrying={isTrying} onTry={() => setTrying(!isTrying)} />
        </div>
      </div>
      {model.description[language] !== '' && <p className={styles.description}>{model.description[language]}</p>}
      {machine && state !== 'failed' && (
        <VerdictLine verdict={verdictOf(model, machine, estimate?.writing)} machine={machine} />
      )}
      {state === 'downloading' && <DownloadLine model={model} />}
      {model.isWithoutTemplate && <p className={styles.description}>{t('models.without-template')}</p>}
      {model.licenceNote && <p className={styles.description}>{model.licenceNote[language]}</p>}
      <PartialLine model={model} />
      {state === 'failed' && error && <RefusalLine problem={new Problem(error.code, error.params)} />}
      {refusal !== undefined && <RefusalLine problem={refusal} />}
      <ModelFacts model={model} estimate={estimate} />
      {isTrying && state === 'installed' && <TryModel model={model} />}
    </li>
  );
}

/** What an earlier download left. */
function PartialLine({
  model: { state, partial = 0, size },
}: {
  readonly model: ModelState;
}): React.ReactElement | null {
  const { t, language } = useTexts();
  if (partial === 0 || state === 'installed' || state === 'downloading') return null;
  const come = { done: formatBytes(partial, language), total: formatBytes(size, language) };
  return <p className={styles.description}>{t('models.partial', come)}</p>;
}

function StateBadge({ model }: { readonly model: ModelState }): React.ReactElement {
  const { t } = useTexts();
  const { state, isOwn, kind } = model;
  const texts = {
    installed: t('models.installed'),
    downloading: t('models.downloading'),
    absent: t('models.absent'),
    failed: t('models.failed'),
  };
  const more = [
    isOwn && t('models.own'),
    kind === 'embeddings' && t('models.embeddings-kind'),
    kind === 'reranking' && t('models.reranking-kind'),
  ].filter(Boolean);
  return (
    <span className={styles.state} data-state={state}>
      {[texts[state], ...more].join(' · ')}
    </span>
  );
}
