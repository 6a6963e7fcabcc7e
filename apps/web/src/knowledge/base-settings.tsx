import { Button, Textarea } from '@mantine/core';
import { embeddingsChoiceSchema, type KnowledgeDocument } from '@jacquard/flow';
import type { KnowledgeBaseState } from '@jacquard/protocol';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { EmbeddingsChoiceField } from '../fields/embeddings-choice-field.tsx';
import { useTexts } from '../i18n/i18n.ts';
import { saveBase } from './base-actions.ts';
import styles from './settings.module.css';
import { isPassagesProblem, PassageSettings } from './passage-settings.tsx';
import { useProject } from './use-project.ts';
import { ProblemLine } from './problem-line.tsx';

type Draft = Pick<KnowledgeDocument, 'sources' | 'passages' | 'embeddings'>;

interface BaseSettingsProps {
  readonly base: KnowledgeBaseState;
}

/** How documents are cut and what knows their meaning; folded, since the defaults do. What is written stays until it is saved. */
export function BaseSettings({ base }: BaseSettingsProps): React.ReactElement {
  const { t } = useTexts();
  const [draft, setDraft] = useState<Draft>();
  const shown = draft ?? base.document;
  const change = (next: Partial<Draft>): void => setDraft({ ...shown, ...next });
  return (
    <details className={styles.settings}>
      <summary className={styles.title}>
        <ChevronRight className={styles.arrow} size={15} aria-hidden />
        {t('knowledge.settings')}
      </summary>
      <div className={styles.body}>
        <PassageSettings passages={shown.passages} onChange={(passages) => change({ passages })} />
        <div className={styles.setting}>
          <h3 className={styles.name}>{t('knowledge.embeddings')}</h3>
          <p className={styles.text}>{t('knowledge.embeddings-text')}</p>
          <EmbeddingsChoiceField
            label={t('knowledge.embeddings')}
            size="sm"
            value={shown.embeddings}
            onChange={(embeddings) => change({ embeddings })}
          />
        </div>
        <SourcesSetting sources={shown.sources} onChange={(sources) => change({ sources })} />
        <SaveLine base={base} draft={draft} onSaved={() => setDraft(undefined)} />
      </div>
    </details>
  );
}

interface SourcesSettingProps {
  readonly sources: readonly string[];
  readonly onChange: (sources: string[]) => void;
}

/** Which files of a project folder belong to the base; elsewhere what is added belongs to it. */
function SourcesSetting({ sources, onChange }: SourcesSettingProps): React.ReactElement | null {
  const { t } = useTexts();
  if (useProject() === undefined) return null;
  return (
    <Textarea
      label={t('knowledge.sources')}
      description={t('knowledge.sources-text')}
      autosize
      minRows={2}
      maxRows={10}
      value={sources.join('\n')}
      onChange={(event) => onChange(event.currentTarget.value.split('\n'))}
    />
  );
}

interface SaveLineProps {
  readonly base: KnowledgeBaseState;
  readonly draft: Draft | undefined;
  readonly onSaved: () => void;
}

function SaveLine({ base, draft, onSaved }: SaveLineProps): React.ReactElement {
  const { t } = useTexts();
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const isWrong =
    draft !== undefined &&
    (isPassagesProblem(draft.passages) || !embeddingsChoiceSchema.optional().safeParse(draft.embeddings).success);
  const save = async (): Promise<void> => {
    if (!draft) return;
    setBusy(true);
    const sources = draft.sources.map((pattern) => pattern.trim()).filter((pattern) => pattern !== '');
    await saveBase(base, { ...draft, sources }).then(() => {
      setProblem(undefined);
      onSaved();
    }, setProblem);
    setBusy(false);
  };
  return (
    <div className={styles.saveLine}>
      <p className={styles.text}>{t('knowledge.rebuilds', { count: base.files.length })}</p>
      <div className={styles.buttons}>
        <Button variant="light" disabled={!draft || isWrong} loading={isBusy} onClick={() => void save()}>
          {t('knowledge.save-settings')}
        </Button>
        {draft && (
          <Button variant="default" onClick={onSaved}>
            {t('shell.cancel')}
          </Button>
        )}
      </div>
      <ProblemLine problem={problem} />
    </div>
  );
}
