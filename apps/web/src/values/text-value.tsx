import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { CopyButton } from './copy-button.tsx';
import { Markdown } from './markdown.tsx';
import styles from './value-view.module.css';

const looksLikeMarkdown = /^#{1,4} |^[-*] |^\d+\. |\*\*[^*]+\*\*|^```|\|.*\|.*\|/m;

interface TextValueProps {
  readonly text: string;
  readonly isShort: boolean;
}

/** A text: as it is, or as the Markdown that it may be. */
export function TextValue({ text, isShort }: TextValueProps): React.ReactElement {
  const { t } = useTexts();
  const [form, setForm] = useState<'text' | 'markdown'>(looksLikeMarkdown.test(text) ? 'markdown' : 'text');
  if (isShort) return <p className={styles.plain}>{text.slice(0, 600)}</p>;
  return (
    <>
      <div className={styles.bar}>
        <SegmentedControl
          size="xs"
          value={form}
          onChange={(value) => setForm(value === 'markdown' ? 'markdown' : 'text')}
          data={[
            { value: 'text', label: t('panels.as-text') },
            { value: 'markdown', label: 'Markdown' },
          ]}
        />
        <CopyButton text={text} />
      </div>
      <div className={styles.reading}>
        {form === 'markdown' ? <Markdown text={text} /> : <p className={styles.plain}>{text}</p>}
      </div>
    </>
  );
}
