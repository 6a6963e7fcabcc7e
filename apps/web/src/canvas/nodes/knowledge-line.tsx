import { Progress } from '@mantine/core';
import { useTexts } from '../../i18n/i18n.ts';
import { PageLink } from '../../knowledge/page-link.tsx';
import { buildingShare, contentSentence, stateSentence } from '../../knowledge/state-sentence.ts';
import { useKnowledgeBases } from '../../knowledge/use-knowledge.ts';
import styles from './knowledge-line.module.css';

/** What the base of a node holds, and how its reading stands; files may be dropped on the node. */
export function KnowledgeLine({ base: id }: { readonly base: string }): React.ReactElement | null {
  const { t, language } = useTexts();
  const { data } = useKnowledgeBases();
  if (id === '') return <p className={styles.line}>{t('canvas.knowledge-drop')}</p>;
  const base = data?.bases.find((one) => one.id === id);
  if (!base) return data ? <p className={styles.line}>{t('canvas.knowledge-gone')}</p> : null;
  const share = buildingShare(base);
  return (
    <div className={styles.line} data-state={base.state}>
      <PageLink className={`${styles.link} nodrag`} path={`/knowledge/${encodeURIComponent(id)}`}>
        {contentSentence(base, t, language)}
      </PageLink>
      {base.state !== 'ready' && <span role="status">{stateSentence(base, t, language)}</span>}
      {base.state === 'building' && (
        <Progress
          size="xs"
          value={(share ?? 1) * 100}
          animated={share === undefined}
          aria-label={t('knowledge.progress-of', { name: base.name })}
        />
      )}
    </div>
  );
}
