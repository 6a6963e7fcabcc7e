import { SegmentedControl } from '@mantine/core';
import {
  snippetLanguages,
  snippetsOf,
  type CallSubject,
  type SnippetLanguage,
  type SnippetMode,
} from '@jacquard/protocol/snippets';
import { useMemo, useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { Tabs } from '../shell/tabs.tsx';
import panel from './api-panel.module.css';
import styles from './call.module.css';
import { CodeBlock } from './code-block.tsx';
import { TryCall } from './try-call.tsx';

interface CallSnippetsProps {
  readonly subject: CallSubject;
  /** What is called is the canvas, which may not be saved yet. */
  readonly hasChanges: boolean;
  /** Callers can name the flow alone. */
  readonly isPublished: boolean;
}

/** The call in one language after the other, to be copied; and tried here and now. */
export function CallSnippets({ subject, hasChanges, isPublished }: CallSnippetsProps): React.ReactElement {
  const { t } = useTexts();
  const [language, setLanguage] = useState<SnippetLanguage>('curl');
  const [wished, setWished] = useState<SnippetMode>('answer');
  const snippets = useMemo(() => snippetsOf(subject), [subject]);
  const fitting = snippets.filter((snippet) => snippet.language === language);
  const shown = fitting.find(({ mode }) => mode === wished) ?? fitting[0];
  return (
    <section className={styles.card} aria-label={t('api.call')}>
      <div className={styles.languages}>
        <Tabs
          label={t('api.languages')}
          value={language}
          onChange={setLanguage}
          items={snippetLanguages.map((name) => ({ name, label: t(`api.in-${name}`) }))}
        />
      </div>
      {shown === undefined ? (
        <p className={styles.inner}>{t('api.no-model')}</p>
      ) : (
        <div className={styles.inner} role="tabpanel" aria-label={t(`api.in-${language}`)}>
          <SegmentedControl
            className={styles.modes}
            size="xs"
            aria-label={t('api.modes')}
            value={shown.mode}
            onChange={(mode) => setWished(modeOf(mode))}
            data={fitting.map(({ mode }) => ({ value: mode, label: t(`api.mode-${mode}`) }))}
          />
          {shown.file !== undefined && (
            <p className={panel.note}>{t(isPublished ? 'api.file' : 'api.mcp-published', { file: shown.file })}</p>
          )}
          <CodeBlock key={shown.text} text={shown.text} label={t(`api.in-${language}`)} />
        </div>
      )}
      {language !== 'mcp' && <TryCall subject={subject} hasChanges={hasChanges} />}
    </section>
  );
}

function modeOf(name: string): SnippetMode {
  return name as SnippetMode; // boundary: the control gives back one of the values that it was given
}
