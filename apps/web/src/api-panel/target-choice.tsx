import { Select } from '@mantine/core';
import type { PublicationList } from '@jacquard/protocol';
import { useTexts, type Translate } from '../i18n/i18n.ts';
import { useNow } from '../state/use-now.ts';
import { PublishButton } from '../versions/publishing/publish-button.tsx';
import { currentOf, publishedText } from '../versions/publishing/published-text.ts';
import styles from './api-panel.module.css';
import type { CallTarget } from './use-call-target.ts';

/** What is called: the draft, the version published last, another one, a label; and what there is to publish. */
export function TargetChoice({ target }: { readonly target: CallTarget }): React.ReactElement | null {
  const texts = useTexts();
  const now = useNow(false);
  const { published, chosen, choose, isProject } = target;
  if (published === undefined) return null;
  const state = <p className={styles.state}>{publishedText(published, now, texts)}</p>;
  if (isProject) return state;
  const current = currentOf(published);
  return (
    <div className={styles.target}>
      <Select
        size="xs"
        className={styles.choice}
        label={texts.t('api.called')}
        data={choicesOf(published, texts.t)}
        value={chosen === '' && current === undefined ? 'draft' : chosen || 'latest'}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => value !== null && choose(value === 'latest' ? '' : value)}
      />
      {state}
      <PublishButton flowId={target.flowId} size="xs" variant={current === undefined ? 'light' : 'default'} />
    </div>
  );
}

function choicesOf(published: PublicationList, t: Translate): { value: string; label: string }[] {
  const { publications, labels } = published;
  const current = currentOf(published);
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
