import { useEffect, useState } from 'react';
import { api } from '../api/api.ts';
import { currentLanguage, useTexts } from '../i18n/i18n.ts';
import { openRight } from '../state/panel-store.ts';
import { navigate } from '../state/route.ts';
import { PageMessage } from './page-message.tsx';

/** What the very first start opens: questions to the library's documents, in the reader's language. */
const firstExamples = { en: 'ask-my-documents', fr: 'interroger-mes-documents' } as const;

/** Where `/` leads: at the very first start to an example that answers from documents, later to the last flow. */
export function StartPage(): React.ReactElement {
  const { t } = useTexts();
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => {
    void findStart().then((path) => navigate(path, { replace: true }), setProblem);
  }, []);
  return problem === undefined ? (
    <PageMessage isWhole text={t('shell.loading')} />
  ) : (
    <PageMessage isWhole problem={problem} withWayBack />
  );
}

let start: Promise<string> | undefined;

function findStart(): Promise<string> {
  start ??= whereToStart().finally(() => (start = undefined));
  return start;
}

async function whereToStart(): Promise<string> {
  const { lastFlowId, firstStart } = await api.workspace();
  if (lastFlowId !== undefined) return `/flows/${encodeURIComponent(lastFlowId)}`;
  const { flows } = await api.flows();
  if (!firstStart || flows.length > 0) return '/flows';
  const language = currentLanguage();
  const flow = await api.createExample(firstExamples[language], language);
  openRight('chat');
  return `/flows/${encodeURIComponent(flow.id)}`;
}
