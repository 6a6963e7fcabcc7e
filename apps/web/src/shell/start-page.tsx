import { useEffect, useState } from 'react';
import { api } from '../api/api.ts';
import { currentLanguage, useTexts } from '../i18n/i18n.ts';
import { openRight } from '../state/panel-store.ts';
import { navigate } from '../state/route.ts';
import { PageMessage } from './page-message.tsx';

const firstExample = 'summarise-a-file';

/** Where `/` leads: at the very first start to an example with its document set, later to the last flow. */
export function StartPage(): React.ReactElement {
  const { t } = useTexts();
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => {
    void findStart().then((path) => navigate(path, { replace: true }), setProblem);
  }, []);
  return problem === undefined ? (
    <PageMessage text={t('shell.loading')} />
  ) : (
    <PageMessage problem={problem} withWayBack />
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
  const flow = await api.createExample(firstExample, currentLanguage());
  openRight('chat');
  return `/flows/${encodeURIComponent(flow.id)}`;
}
