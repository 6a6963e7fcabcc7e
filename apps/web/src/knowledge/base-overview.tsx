import { Button, Progress } from '@mantine/core';
import type { KnowledgeBaseState } from '@jacquard/protocol';
import { useState } from 'react';
import { knowledgeApi } from '../api/knowledge-api.ts';
import { problemSentence } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { buildBase } from './base-actions.ts';
import styles from './knowledge.module.css';
import { languageNames, unknownLanguages } from './language-limit.ts';
import { PageLink } from './page-link.tsx';
import { buildingShare, contentSentence, stateSentence } from './state-sentence.ts';
import { ProblemLine } from './problem-line.tsx';

interface OverviewProps {
  readonly base: KnowledgeBaseState;
}

/** How the base stands, what it holds, where its texts go, and where search by meaning ends. */
export function BaseOverview({ base }: OverviewProps): React.ReactElement {
  const { t, language } = useTexts();
  const [refusal, setRefusal] = useState<unknown>();
  const share = buildingShare(base);
  const languages = languageNames(base.languages, language);
  return (
    <section className={styles.overview} aria-label={t('knowledge.overview')}>
      <div className={styles.stateLine}>
        <span className={styles.state} data-state={base.problem ? 'broken' : base.state} role="status">
          {stateSentence(base, t, language)}
        </span>
        <span className={styles.space} />
        <StateButton base={base} onRefusal={setRefusal} />
      </div>
      {base.state === 'building' && (
        <Progress
          value={(share ?? 1) * 100}
          animated={share === undefined}
          aria-label={t('knowledge.progress-of', { name: base.name })}
        />
      )}
      {base.problem && (
        <p className={styles.problem} role="alert">
          {problemSentence(base.problem, language)}
        </p>
      )}
      <ProblemLine problem={refusal} />
      {base.state !== 'broken' && (
        <p className={`${styles.facts} tabular`}>
          <span>{contentSentence(base, t, language)}</span>
          {languages !== '' && <span>{languages}</span>}
          <PrivacyFact base={base} />
        </p>
      )}
      <MeaningLimit base={base} />
    </section>
  );
}

function StateButton({
  base: { id, state, progress, problem },
  onRefusal,
}: OverviewProps & { readonly onRefusal: (problem: unknown) => void }): React.ReactElement | null {
  const { t } = useTexts();
  const attempt = (work: Promise<unknown>): void => void work.then(() => onRefusal(undefined), onRefusal);
  if (state === 'building') {
    if (!progress) return null;
    return (
      <Button variant="default" onClick={() => attempt(knowledgeApi.cancel(id))}>
        {t('knowledge.cancel-build')}
      </Button>
    );
  }
  if (state === 'broken' || (state === 'ready' && !problem)) return null;
  return (
    <Button variant="light" onClick={() => attempt(buildBase(id))}>
      {t(problem ? 'shell.retry' : 'knowledge.build-now')}
    </Button>
  );
}

/** Whether texts leave the machine to have their meaning known. */
function PrivacyFact({ base: { embeddings } }: OverviewProps): React.ReactElement {
  const { t } = useTexts();
  const isLocal = embeddings.location === 'local';
  return (
    <span
      className={styles.privacy}
      data-sends={!isLocal}
      title={t(isLocal ? 'knowledge.stays-hint' : 'knowledge.sends-hint', {
        place: embeddings.location,
        name: embeddings.name,
      })}
    >
      {isLocal ? t('shell.stays') : t('knowledge.sends', { place: embeddings.location })}
    </span>
  );
}

/** Says which languages of the documents can't be searched by meaning, or that none can, and the way to a model that can. */
function MeaningLimit({ base }: OverviewProps): React.ReactElement | null {
  const { t, language } = useTexts();
  const { embeddings } = base;
  const unknown = unknownLanguages(base);
  const text = embeddings.problem
    ? t('knowledge.no-meaning', { reason: problemSentence(embeddings.problem, language) })
    : unknown.length > 0
      ? t('knowledge.language-limit', {
          known: languageNames(embeddings.languages ?? [], language),
          unknown: languageNames(unknown, language),
        })
      : undefined;
  if (text === undefined) return null;
  return (
    <p className={styles.limit}>
      {text} <PageLink path="/models">{t('knowledge.to-models')}</PageLink>
    </p>
  );
}
