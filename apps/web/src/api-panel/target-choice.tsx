import { Select } from '@mantine/core';
import type { PublicationList } from '@jacquard/protocol';
import { formatAgo } from '../flows/format-ago.ts';
import { useTexts, type Translate } from '../i18n/i18n.ts';
import { useNow } from '../state/use-now.ts';
import styles from './api-panel.module.css';
import { PublishButton } from './publish-button.tsx';
import type { CallTarget } from './use-call-target.ts';

/** What is called: the draft, the version published last, another one, a label; and what there is to publish. */
export function TargetChoice({ target }: { readonly target: CallTarget }): React.ReactElement | null {
  const { t, language } = useTexts();
  const now = useNow(false);
  const { published, chosen, choose, isProject } = target;
  if (published === undefined) return null;
  if (isProject) return <p className={styles.state}>{t('publishing.folder')}</p>;
  const [current] = published.publications.filter(({ isCurrent }) => isCurrent);
  return (
    <div className={styles.target}>
      <Select
        size="xs"
        className={styles.choice}
        label={t('api.called')}
        data={choicesOf(published, t)}
        value={chosen === '' && current === undefined ? 'draft' : chosen || 'latest'}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => value !== null && choose(value === 'latest' ? '' : value)}
      />
      <p className={styles.state}>
        {current === undefined
          ? t('publishing.none')
          : t('publishing.current', { number: current.number, ago: formatAgo(current.publishedAt, now, language) })}
      </p>
      <PublishButton flowId={target.flowId} isFirst={current === undefined} />
    </div>
  );
}

function choicesOf({ publications, labels }: PublicationList, t: Translate): { value: string; label: string }[] {
  const [current] = publications.filter(({ isCurrent }) => isCurrent);
  return [
    ...(current === undefined ? [] : [{ value: 'latest', label: t('api.latest', { number: current.number }) }]),
    ...labels.map(({ label, number }) => ({ value: label, label: t('api.label', { label, number }) })),
    ...publications.map(({ number, name }) => ({
      value: String(number),
      label: name === undefined ? t('api.version', { number }) : t('api.named-version', { number, name }),
    })),
    { value: 'draft', label: t('api.draft') },
  ];
}
