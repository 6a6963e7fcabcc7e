import { Button } from '@mantine/core';
import type { Issue } from '@jacquard/flow';
import { inOrder, repairCommand, repairOf } from '@jacquard/canvas';
import { useState } from 'react';
import { problemSentence } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { goToField } from '../inspector/go-to-field.ts';
import { groupIssues, type IssueGroup } from '../inspector/repairs/group-issues.ts';
import { RepairButton } from '../inspector/repairs/repair-button.tsx';
import { changeFlow, shownDocument, useEditor } from '../state/editor-store.ts';
import styles from './bottom.module.css';
import { nodeTitle } from './node-title.ts';

const none: readonly Issue[] = [];
/** Nodes with problems that are listed at first; more on demand. */
const shownGroups = 100;

/** All that is wrong with the flow, live, by node: click to go there, and mend where only one change can be meant. */
export function ProblemsList(): React.ReactElement {
  const { t } = useTexts();
  const issues = useEditor(({ derived }) => derived?.issues ?? none);
  const [most, setMost] = useState(shownGroups);
  if (issues.length === 0) return <p className={styles.empty}>{t('panels.problems-none')}</p>;
  const groups = groupIssues(issues);
  return (
    <>
      <RepairAll issues={issues} />
      <ul className={styles.problems}>
        {groups.slice(0, most).map((group) => (
          <ProblemGroup key={group.node ?? ''} group={group} />
        ))}
      </ul>
      {groups.length > most && (
        <Button variant="subtle" m={8} onClick={() => setMost(most + shownGroups)}>
          {t('editing.problems-more', { count: groups.length - most })}
        </Button>
      )}
    </>
  );
}

/** All repairs that are unambiguous, as one step of undo; shown where there are several. */
function RepairAll({ issues }: { readonly issues: readonly Issue[] }): React.ReactElement | null {
  const { t } = useTexts();
  const canvas = useEditor(({ derived }) => derived?.canvas);
  const isPeeking = useEditor(({ peek }) => peek !== undefined);
  const repairs = canvas && !isPeeking ? issues.flatMap((issue) => repairOf(issue, canvas) ?? []) : [];
  if (repairs.length < 2) return null;
  return (
    <div className={styles.repairAll}>
      <Button
        variant="light"
        size="compact-sm"
        h={28}
        onClick={() => changeFlow(inOrder(...repairs.map(repairCommand)))}
      >
        {t('editing.repair-all', { count: repairs.length })}
      </Button>
    </div>
  );
}

function ProblemGroup({ group: { node, issues } }: { readonly group: IssueGroup }): React.ReactElement {
  const { t, language } = useTexts();
  const document = useEditor(shownDocument);
  const descriptors = useEditor((state) => state.descriptors);
  const place = node === undefined ? t('panels.problem-flow') : nodeTitle(node, document, descriptors, language);
  return (
    <li>
      <span className={styles.problemNode}>{place}</span>
      <ul className={styles.problemsOfNode}>
        {issues.map((issue) => (
          <ProblemLine key={JSON.stringify(issue)} issue={issue} place={place} />
        ))}
      </ul>
    </li>
  );
}

function ProblemLine({ issue, place }: { readonly issue: Issue; readonly place: string }): React.ReactElement {
  const { t, language } = useTexts();
  const { node, port, severity } = issue;
  const sentence = problemSentence(issue, language);
  return (
    <li className={styles.problem}>
      <span className={styles.dot} data-severity={severity} role="img" aria-label={t(`editing.severity-${severity}`)} />
      {node === undefined ? (
        <span className={styles.problemText}>{sentence}</span>
      ) : (
        <button
          type="button"
          className={styles.problemText}
          aria-label={`${t('panels.problem-go', { place })}. ${sentence}`}
          onClick={() => goToField(node, port)}
        >
          {sentence}
        </button>
      )}
      <RepairButton issue={issue} />
    </li>
  );
}
