import { useTexts } from '../../i18n/i18n.ts';
import { PublishButton } from './publish-button.tsx';
import { publishedText } from './published-text.ts';
import styles from './publishing.module.css';
import { usePublications } from './use-publications.ts';

interface PublishStateProps {
  readonly flowId: string;
  /** What else can be done, beside publishing. */
  readonly children: React.ReactNode;
}

/** Which version callers of the flow get, and the way to give them another. */
export function PublishState({ flowId, children }: PublishStateProps): React.ReactElement {
  const texts = useTexts();
  const { data: list, dataUpdatedAt } = usePublications(flowId);
  // What can be clicked stays where it is when the answer comes.
  return (
    <>
      <p className={`${styles.state} tabular`}>{list ? publishedText(list, dataUpdatedAt, texts) : '\u00A0'}</p>
      <div className={styles.actions}>
        {children}
        {list?.isFolder !== true && <PublishButton flowId={flowId} variant="light" disabled={list === undefined} />}
      </div>
    </>
  );
}
