import { lazy } from 'react';
import { addLaterTexts } from '../i18n/i18n.ts';
import { loadPart } from '../values/load-part.ts';

// Pages that come when they are first opened, so that a flow opens the sooner.

/** My flows. */
export const FlowsPage = lazy(() =>
  loadPart(async () => ({ default: (await import('../flows/flows-page.tsx')).FlowsPage })),
);

/** The models of this machine, with texts of their own. */
export const ModelsPage = lazy(() =>
  loadPart(async () => {
    const [{ ModelsPage: page }] = await Promise.all([import('../models/models-page.tsx'), addLaterTexts()]);
    return { default: page };
  }),
);

/** Who may come in, with texts of its own. */
export const AccessPage = lazy(() =>
  loadPart(async () => {
    const [{ AccessPage: page }] = await Promise.all([import('../access/access-page.tsx'), addLaterTexts()]);
    return { default: page };
  }),
);

/** The first password, with texts of its own. */
export const SetUpPage = lazy(() =>
  loadPart(async () => {
    const [{ SetUpPage: page }] = await Promise.all([import('../access/set-up-page.tsx'), addLaterTexts()]);
    return { default: page };
  }),
);

/** A run from a file. */
export const RunFilePage = lazy(() =>
  loadPart(async () => ({ default: (await import('../runs/run-file-page.tsx')).RunFilePage })),
);

/** Knowledge bases. */
export const KnowledgePage = lazy(() =>
  loadPart(async () => ({ default: (await import('../knowledge/knowledge-page.tsx')).KnowledgePage })),
);

/** A question to begin with, and the flow that comes of it. */
export const GuidePage = lazy(() =>
  loadPart(async () => ({ default: (await import('../guides/guide-page.tsx')).GuidePage })),
);

/** What goes on inside a model, with texts of its own. */
export const InsidesPage = lazy(() =>
  loadPart(async () => {
    const [{ InsidesPage: page }] = await Promise.all([import('../insides/insides-page.tsx'), addLaterTexts()]);
    return { default: page };
  }),
);
