import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { nodeTypesQuery } from '../api/node-types-query.ts';
import { FlowPage } from './flow-page.tsx';
import { isGuideId } from '../guides/guide-id.ts';
import { useSignIn } from '../access/sign-in-store.ts';
import { addLaterTexts, useTexts } from '../i18n/i18n.ts';
import { useConsent } from '../state/consent-store.ts';
import { useEditor } from '../state/editor-store.ts';
import { parseRoute, usePath } from '../state/route.ts';
import { later } from '../values/later.tsx';
import styles from './app.module.css';
import { ConnectionBanner } from './connection-banner.tsx';
import {
  AccessPage,
  FlowsPage,
  GuidePage,
  InsidesPage,
  KnowledgePage,
  ModelsPage,
  RunFilePage,
  SetUpPage,
} from './later-pages.ts';
import { PageMessage } from './page-message.tsx';
import { Rail } from './rail.tsx';
import { StartPage } from './start-page.tsx';

const SignIn = later(async () => {
  const [{ SignIn: part }] = await Promise.all([import('../access/sign-in.tsx'), addLaterTexts()]);
  return part;
});
const ConsentDialog = later(async () => (await import('./consent-dialog.tsx')).ConsentDialog);

/** The whole page; where the one-time link leads, there is nothing else yet. */
export function App(): React.ReactElement {
  const { t } = useTexts();
  if (parseRoute(usePath()).page !== 'set-up') return <Workbench />;
  return (
    <Suspense fallback={<PageMessage isWhole text={t('shell.loading')} />}>
      <SetUpPage />
    </Suspense>
  );
}

/** The rail at the left, and the place that the path names. */
function Workbench(): React.ReactElement {
  const { t } = useTexts();
  const nodeTypes = useQuery(nodeTypesQuery);
  const isAsking = useConsent(({ asked }) => asked !== undefined);
  const isSignInNeeded = useSignIn(({ isNeeded }) => isNeeded);
  const isReady = useEditor(({ descriptors }) => descriptors.size > 0);
  return (
    <div className={styles.app}>
      <Rail />
      <div className={styles.place}>
        <ConnectionBanner />
        {nodeTypes.error ? (
          <PageMessage isWhole problem={nodeTypes.error} onRetry={() => void nodeTypes.refetch()} />
        ) : isReady ? (
          <Suspense fallback={<PageMessage isWhole text={t('shell.loading')} />}>
            <CurrentPage />
          </Suspense>
        ) : (
          <PageMessage isWhole text={t('shell.loading')} />
        )}
      </div>
      {isAsking && <ConsentDialog />}
      {isSignInNeeded && <SignIn />}
    </div>
  );
}

function CurrentPage(): React.ReactElement {
  const { t } = useTexts();
  const route = parseRoute(usePath());
  switch (route.page) {
    case 'start':
      return <StartPage />;
    case 'flows':
      return <FlowsPage />;
    case 'flow':
      return <FlowPage key={route.id} id={route.id} />;
    case 'guide':
      return isGuideId(route.guide) ? (
        <GuidePage id={route.guide} part={route.part} />
      ) : (
        <PageMessage isWhole text={t('shell.not-found')} withWayBack />
      );
    case 'run-file':
      return <RunFilePage />;
    case 'models':
      return <ModelsPage />;
    case 'insides':
      return <InsidesPage id={route.id} view={route.view} />;
    case 'access':
      return <AccessPage />;
    case 'knowledge':
      return <KnowledgePage id={route.id} />;
    default:
      return <PageMessage isWhole text={t('shell.not-found')} withWayBack />;
  }
}
