import type { FlowSummary } from '@jacquard/protocol';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { problemSentence, problemText } from '../api/problem-text.ts';
import { queryKeys } from '../api/queries.ts';
import { RenameField } from '../fields/rename-field.tsx';
import { useTexts } from '../i18n/i18n.ts';
import { navigate } from '../state/route.ts';
import { renameFlow } from './flow-actions.ts';
import { FlowCardMenu } from './flow-card-menu.tsx';
import frame from '../shell/page-frame.module.css';
import styles from './flows.module.css';
import { formatAgo } from './format-ago.ts';

interface FlowCardProps {
  readonly flow: FlowSummary;
  readonly now: number;
}

/** One flow: its name leads to it; the menu holds what else can be done. */
export function FlowCard({ flow, now }: FlowCardProps): React.ReactElement {
  const { t, language } = useTexts();
  const [isRenaming, setRenaming] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const changed = new Date(flow.updatedAt).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <li className={`${frame.card} ${styles.card}`} data-broken={flow.broken === true}>
      <div className={styles.cardHead}>
        {isRenaming ? (
          <RenameField
            className={styles.nameField}
            name={flow.name}
            label={t('shell.flow-name')}
            save={(name) => renameFlow(flow.id, name)}
            onClose={() => setRenaming(false)}
          />
        ) : (
          <FlowLink id={flow.id} name={flow.name} />
        )}
        <FlowCardMenu flow={flow} isRenaming={isRenaming} onRename={() => setRenaming(true)} onProblem={setProblem} />
      </div>
      {flow.broken ? <BrokenReason id={flow.id} /> : <p className={styles.description}>{flow.description}</p>}
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problemText(problem, language).detail}
        </p>
      )}
      <p className={styles.meta}>
        <span>{t('flows.nodes', { count: flow.nodeCount })}</span>
        <time dateTime={new Date(flow.updatedAt).toISOString()} title={changed}>
          {formatAgo(flow.updatedAt, now, language)}
        </time>
      </p>
    </li>
  );
}

function FlowLink({ id, name }: { readonly id: string; readonly name: string }): React.ReactElement {
  const { t } = useTexts();
  const path = `/flows/${encodeURIComponent(id)}`;
  return (
    <a
      className={styles.cardLink}
      href={path}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.button !== 0) return;
        event.preventDefault();
        navigate(path);
      }}
    >
      {name === '' ? t('flows.untitled') : name}
    </a>
  );
}

function BrokenReason({ id }: { readonly id: string }): React.ReactElement {
  const { t, language } = useTexts();
  const flow = useQuery({ queryKey: [...queryKeys.flows, id], queryFn: () => api.flow(id) });
  const reason = flow.data?.broken ? problemSentence(flow.data.broken, language) : '';
  return <p className={styles.problem}>{t('flows.broken', { reason })}</p>;
}
