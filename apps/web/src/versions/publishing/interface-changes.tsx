import type { InterfaceChange } from '@jacquard/flow';
import type { PublishPreview } from '@jacquard/protocol';
import { problemMessage } from '@jacquard/messages/sentences';
import { Check, TriangleAlert } from 'lucide-react';
import { problemSentence } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import styles from './publishing.module.css';

interface InterfaceChangesProps {
  readonly flowId: string;
  readonly preview: PublishPreview;
}

/** What is different for callers: what keeps the flow from being published, what would break them, and the rest. */
export function InterfaceChanges({ flowId, preview }: InterfaceChangesProps): React.ReactElement {
  const { t, language } = useTexts();
  const { changes, issues, against, isSame } = preview;
  const breaking = changes.filter(({ breaks }) => breaks);
  const others = changes.filter(({ breaks }) => !breaks);
  if (issues.length > 0) {
    return (
      <section className={styles.breaking} role="alert">
        <Heading icon={<TriangleAlert size={15} />}>{t('publishing.issues', { count: issues.length })}</Heading>
        <ul className={styles.changes}>
          {issues.map((issue, index) => (
            // What is wrong may be said twice, of two nodes.
            <li key={`${issue.code} ${issue.node} ${issue.port} ${index}`}>{problemSentence(issue, language)}</li>
          ))}
        </ul>
      </section>
    );
  }
  if (against === undefined) return <p className={styles.text}>{t('publishing.first', { id: flowId })}</p>;
  if (changes.length === 0) {
    return (
      <section className={styles.fine}>
        <Heading icon={<Check size={15} />}>{t(isSame === true ? 'publishing.same' : 'publishing.nothing')}</Heading>
      </section>
    );
  }
  return (
    <>
      {breaking.length > 0 && (
        <section className={styles.breaking}>
          <Heading icon={<TriangleAlert size={15} />}>{t('publishing.breaks', { count: breaking.length })}</Heading>
          <ChangeList changes={breaking} />
          <p className={styles.hint}>{t('publishing.breaks-hint', { number: against })}</p>
        </section>
      )}
      {others.length > 0 && (
        <section className={styles.others}>
          <Heading>{t('publishing.others')}</Heading>
          <ChangeList changes={others} />
        </section>
      )}
    </>
  );
}

interface HeadingProps {
  readonly icon?: React.ReactNode;
  readonly children: string;
}

function Heading({ icon, children }: HeadingProps): React.ReactElement {
  return (
    <h3 className={styles.heading}>
      {icon}
      {children}
    </h3>
  );
}

function ChangeList({ changes }: { readonly changes: readonly InterfaceChange[] }): React.ReactElement {
  const { language } = useTexts();
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={`${change.code} ${change.id}`}>{problemMessage(change, language).detail}</li>
      ))}
    </ul>
  );
}
