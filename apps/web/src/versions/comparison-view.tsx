import { diffFlows, isEmptyDifference, showDifference } from '@jacquard/canvas';
import { Button, Select } from '@mantine/core';
import { ArrowLeft, RotateCcw } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { peekAt, useEditor } from '../state/editor-store.ts';
import { ChangeList } from './change-list.tsx';
import { compare, endComparison, type Comparison } from './compare-store.ts';
import { useRestore } from './use-restore.ts';
import { useVersion, useVersions } from './use-versions.ts';
import { versionName } from './version-name.ts';
import styles from './versions.module.css';
import { ViewChoice } from './view-choice.tsx';

interface ComparisonViewProps {
  readonly flowId: string;
  readonly comparison: Comparison;
}

/** A version beside another state of the flow: what differs in words here, and on the canvas. */
export function ComparisonView({ flowId, comparison }: ComparisonViewProps): React.ReactElement {
  const { t, language } = useTexts();
  const { number, other, view } = comparison;
  const version = useVersion(flowId, number);
  const beside = useVersion(flowId, other === 'now' ? undefined : other);
  const now = useEditor(({ history }) => history?.document);
  const before = version.data?.document;
  const after = other === 'now' ? now : beside.data?.document;
  const difference = useMemo(() => before && after && diffFlows(before, after), [before, after]);
  useEffect(() => {
    if (!before || !after || !difference) return;
    peekAt({
      of: 'version',
      ...(view === 'version' ? { document: before } : showDifference(before, after, difference)),
    });
  }, [before, after, difference, view]);
  const restore = useRestore(flowId);
  const problem = version.error ?? beside.error;
  return (
    <>
      <div className={styles.top}>
        <Button variant="subtle" leftSection={<ArrowLeft size={14} />} onClick={endComparison}>
          {t('versions.all')}
        </Button>
        <h2 className={styles.heading}>
          {version.data ? versionName(version.data, t) : t('versions.number', { number })}
        </h2>
        {version.data?.note !== undefined && <p className={styles.noteText}>{version.data.note}</p>}
        <OtherChoice flowId={flowId} comparison={comparison} />
        <ViewChoice comparison={comparison} />
        <Button variant="default" leftSection={<RotateCcw size={14} />} onClick={() => void restore(number)}>
          {t('versions.restore')}
        </Button>
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problemText(problem, language).detail}
        </p>
      )}
      {difference && before && after && (
        <section aria-label={t('versions.since', { number })}>
          {isEmptyDifference(difference) && <p className={styles.empty}>{t('versions.same')}</p>}
          <ChangeList difference={difference} before={before} after={after} />
        </section>
      )}
    </>
  );
}

function OtherChoice({ flowId, comparison }: ComparisonViewProps): React.ReactElement {
  const { t } = useTexts();
  const { data: versions = [] } = useVersions(flowId);
  const others = versions
    .filter(({ number }) => number !== comparison.number)
    .map((version) => ({
      value: String(version.number),
      label: `${t('versions.number', { number: version.number })}: ${versionName(version, t)}`,
    }));
  return (
    <Select
      label={t('versions.compared-with')}
      value={String(comparison.other)}
      data={[{ value: 'now', label: t('versions.now') }, ...others]}
      onChange={(value) => compare({ ...comparison, other: value === 'now' || value === null ? 'now' : Number(value) })}
    />
  );
}
