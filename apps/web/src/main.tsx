import './early.ts';
import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@xyflow/react/dist/style.css';
import './theme/tokens.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { nodeTypesQuery } from './api/node-types-query.ts';
import { queryClient } from './api/queries.ts';
import { startTranslation } from './i18n/i18n.ts';
import { App } from './shell/app.tsx';
import { openFlow } from './state/open-flow.ts';
import { parseRoute } from './state/route.ts';
import { startAutosave } from './state/autosave.ts';
import { followOutsideChanges } from './state/outside-changes.ts';
import { useRun } from './state/run-store.ts';
import { theme } from './theme/theme.ts';
import { prepareMarkdown } from './values/markdown.tsx';

/** Milliseconds. */
const patience = 400;

// The first picture is the page itself, with its flow, where these come at once, and that it loads where they don't.
await Promise.all([startTranslation(), Promise.race([load(), new Promise((resume) => setTimeout(resume, patience))])]);
startAutosave();
followOutsideChanges();

async function load(): Promise<void> {
  await queryClient.prefetchQuery(nodeTypesQuery);
  const route = parseRoute(location.pathname);
  // What goes wrong here goes wrong again in the page of the flow, which says so.
  if (route.page === 'flow') await openFlow(route.id).catch(() => undefined);
}

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <Notifications position="top-center" limit={3} />
          <App />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

// The code of Markdown is fetched when a run begins: the answer may come while the server goes away.
const stopListening = useRun.subscribe(({ isStarting, view }) => {
  if (!isStarting && !view) return;
  stopListening();
  prepareMarkdown();
});
