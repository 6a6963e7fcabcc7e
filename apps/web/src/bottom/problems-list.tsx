import { Button } from '@mantine/core';
import type { Issue } from '@jacquard/flow';
import { applySuggestion } from '@jacquard/canvas';
import { problemSentence } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { changeFlow, select, shownDocument, useEditor } from '../state/editor-store.ts';
import { openRight } from '../state/panel-store.ts';
import styles from './bottom.module.css';
import { nodeTitle } from './node-title.ts';

/** All that is wrong with the flow, live: click to go there, and mend where only one change can be meant. */
export function ProblemsList(): React.ReactElement {
  const { t } = useTexts();
  const issues = useEditor(({ derived }) => derived?.issues ?? none);
  if (issues.length === 0) return <p className={styles.empty}>{t('panels.problems-none')}</p>;
  return (
    <ul className={styles.problems}>
      {issues.map((issue) => (
        <ProblemLine key={JSON.stringify(issue)} issue={issue} />
      ))}
    </ul>
  );
}

function ProblemLine({ issue }: { readonly issue: Issue }): React.ReactElement {
  const { t, language } = useTexts();
  const document = useEditor(shownDocument);
  const descriptors = useEditor((state) => state.descriptors);
  const { node, suggestion, severity } = issue;
  const place = node === undefined ? t('panels.problem-flow') : nodeTitle(node, document, descriptors, language);
  return (
    <li className={styles.problem}>
      <span className={styles.dot} data-severity={severity} />
      <button
        type="button"
        className={styles.problemText}
        aria-label={`${t('panels.problem-go', { place })}. ${problemSentence(issue, language)}`}
        onClick={() => {
          if (node === undefined) return;
          select({ nodes: [node] });
          openRight('node');
        }}
      >
        {problemSentence(issue, language)} <span className={styles.place}>{place}</span>
      </button>
      {suggestion && (
        <Button variant="subtle" onClick={() => changeFlow(applySuggestion(suggestion))}>
          {t('panels.problem-fix')}
        </Button>
      )}
    </li>
  );
}

const none: readonly Issue[] = [];
