import { exportedCodeSchema } from '@jacquard/protocol';
import type { CallSubject } from '@jacquard/protocol/snippets';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemSentence, problemText } from '../api/problem-text.ts';
import { requestJson } from '../api/request.ts';
import { titleOf } from '../canvas/ports/port-names.ts';
import { useTexts } from '../i18n/i18n.ts';
import { saveNow } from '../state/autosave.ts';
import { Tabs } from '../shell/tabs.tsx';
import panel from './api-panel.module.css';
import { CodeBlock } from './code-block.tsx';
import styles from './interface.module.css';

/** The flow as a program of its own, by its files; or which of its nodes keep it from being one. */
export function ExportedCode({ subject }: { readonly subject: CallSubject }): React.ReactElement {
  const { t, language } = useTexts();
  const { flowId, version = 'draft' } = subject;
  const { data, error } = useQuery({
    queryKey: ['code', flowId, version, subject.interface],
    queryFn: async ({ signal }) => {
      await saveNow();
      const path = `/flows/${encodeURIComponent(flowId)}/code?version=${encodeURIComponent(version)}`;
      return requestJson(exportedCodeSchema, path, { signal });
    },
    retry: false,
  });
  if (error) return <p className={panel.note}>{problemText(error, language).detail}</p>;
  if (data === undefined) return <p className={panel.note}>{t('shell.loading')}</p>;
  if (data.problems.length > 0) {
    return (
      <>
        <p className={panel.note}>{t('api.no-code')}</p>
        <ul className={styles.problems}>
          {data.problems.map((problem) => (
            <li key={`${problem.node} ${problem.code}`}>
              <b>{titleOf(problem.node, language)}</b> {problemSentence(problem, language)}
            </li>
          ))}
        </ul>
      </>
    );
  }
  return <CodeFiles files={data.files} />;
}

function CodeFiles({ files }: { readonly files: Readonly<Record<string, string>> }): React.ReactElement | null {
  const { t } = useTexts();
  const paths = Object.keys(files);
  const [wished, setWished] = useState<string>();
  const path = wished !== undefined && paths.includes(wished) ? wished : paths[0];
  if (path === undefined) return null;
  return (
    <>
      <p className={panel.note}>{t('api.code-hint')}</p>
      <Tabs
        label={t('api.files')}
        value={path}
        onChange={setWished}
        items={paths.map((name) => ({ name, label: name }))}
      />
      <CodeBlock text={files[path] ?? ''} label={path} />
    </>
  );
}
