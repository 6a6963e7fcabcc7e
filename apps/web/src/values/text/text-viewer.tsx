import { Button } from '@mantine/core';
import { TextWrap, Type } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import type { Download } from '../download/download-menu.tsx';
import { FindField } from '../find-field.tsx';
import { LongMarkdown } from '../long-markdown.tsx';
import { ValueBar } from '../value-bar.tsx';
import { looksLikeMarkdown } from '../value-form.ts';
import styles from '../value-view.module.css';
import { useViewChoice } from '../view-choice.ts';
import { findInText } from './find-in-text.ts';
import { TextWindow } from './text-window.tsx';

interface TextViewerProps {
  readonly text: string;
  /** The port says that it is Markdown; else its looks decide. */
  readonly isMarkdown?: boolean | undefined;
}

/** A text in full: as it is, or as the Markdown that it may be; searched, wrapped or not, in the face of code or of prose. */
export function TextViewer({ text, isMarkdown }: TextViewerProps): React.ReactElement {
  const { t } = useTexts();
  const [form, setForm] = useState<'text' | 'markdown'>(isMarkdown || looksLikeMarkdown(text) ? 'markdown' : 'text');
  const [searched, setSearched] = useState('');
  const [step, setStep] = useState(0);
  const asked = useDeferredValue(searched);
  const found = useMemo(() => findInText(text, asked), [text, asked]);
  const at = found.length === 0 ? 0 : ((step % found.length) + found.length) % found.length;
  const { isWrapped, isMono } = useViewChoice();
  const find = (next: string): void => {
    setSearched(next);
    setStep(0);
    // What was found is marked in the text as it is written.
    if (next.trim() !== '') setForm('text');
  };
  return (
    <div className={styles.viewer}>
      <ValueBar
        forms={[
          { value: 'text', label: t('panels.as-text') },
          { value: 'markdown', label: 'Markdown' },
        ]}
        formsLabel={t('faces.form')}
        form={form}
        onForm={setForm}
        copied={text}
        downloads={downloadsOf(text)}
      >
        <FindField
          value={searched}
          onChange={find}
          found={found.length}
          at={at}
          onStep={(by) => setStep((before) => before + by)}
        />
        {form === 'text' && <ReadingChoice />}
      </ValueBar>
      {form === 'markdown' ? (
        <div className={styles.scroll}>
          <div className={styles.reading}>
            <LongMarkdown text={text} />
          </div>
        </div>
      ) : (
        <TextWindow text={text} isWrapped={isWrapped} isMono={isMono} found={found} at={at} />
      )}
    </div>
  );
}

function ReadingChoice(): React.ReactElement {
  const { t } = useTexts();
  const { isWrapped, isMono } = useViewChoice();
  return (
    <>
      <Button
        variant={isWrapped ? 'light' : 'subtle'}
        size="compact-xs"
        h={28}
        aria-pressed={isWrapped}
        aria-label={t('faces.wrap')}
        leftSection={<TextWrap size={13} />}
        onClick={() => useViewChoice.setState({ isWrapped: !isWrapped })}
      >
        {t('faces.wrap')}
      </Button>
      <Button
        variant={isMono ? 'light' : 'subtle'}
        size="compact-xs"
        h={28}
        aria-pressed={isMono}
        aria-label={t('faces.mono')}
        leftSection={<Type size={13} />}
        onClick={() => useViewChoice.setState({ isMono: !isMono })}
      >
        {t('faces.mono')}
      </Button>
    </>
  );
}

function downloadsOf(text: string): readonly Download[] {
  const write = (): string => text;
  return [
    { extension: 'txt', text: write },
    { extension: 'md', text: write },
    { extension: 'json', text: () => JSON.stringify(text) },
  ];
}
