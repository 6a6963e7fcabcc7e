import { FileSearch, MessagesSquare, Scale, Tags } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { followLink } from '../state/follow-link.ts';
import { guideIds, guidePath, type GuideId } from './guide-id.ts';
import { guideNames } from './guide-names.ts';
import { useGuides } from './guide-store.ts';
import styles from './guides.module.css';

const icons = {
  'ask-my-documents': MessagesSquare,
  'sort-my-tickets': Tags,
  'extract-a-table': FileSearch,
  'compare-two-prompts': Scale,
} as const;

interface GuideCardsProps {
  /** The flow on whose empty canvas they are offered: a guide fills it. */
  readonly emptyFlow?: string | undefined;
}

/** The questions to begin with; each leads to its guide. */
export function GuideCards({ emptyFlow }: GuideCardsProps): React.ReactElement {
  const size = emptyFlow === undefined ? 'full' : 'small';
  return (
    <ul className={styles.cards} data-size={size} onClickCapture={() => useGuides.setState({ emptyFlow })}>
      {guideIds.map((id) => (
        <GuideCard key={id} id={id} withSummary={size === 'full'} />
      ))}
    </ul>
  );
}

function GuideCard({ id, withSummary }: { readonly id: GuideId; readonly withSummary: boolean }): React.ReactElement {
  const { t } = useTexts();
  const Icon = icons[id];
  const { name, summary } = guideNames[id];
  return (
    <li>
      <a className={styles.card} href={guidePath(id)} title={withSummary ? undefined : t(summary)} onClick={followLink}>
        <Icon size={18} strokeWidth={1.7} aria-hidden="true" />
        <span className={styles.cardName}>{t(name)}</span>
        {withSummary && <span className={styles.cardText}>{t(summary)}</span>}
      </a>
    </li>
  );
}
