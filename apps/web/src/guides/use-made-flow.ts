import { useCallback, useEffect, useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import type { GuideId } from './guide-id.ts';
import { rememberMade, useGuides, type MadeFlow } from './guide-store.ts';
import { makeGuideFlow, type MakingContext } from './make-guide-flow.ts';

/** The flow of a guide, made from the answers as they stand; nothing is made anew while they are the same. */
export function useMadeFlow(id: GuideId): {
  readonly made: MadeFlow | undefined;
  readonly problem: unknown;
  readonly retry: () => void;
} {
  const { t, language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  const made = useGuides((state) => state.made[id]);
  const answers = useGuides((state) => state.answers[id]);
  const [problem, setProblem] = useState<unknown>();
  const isCurrent = made?.answers === answers && made.language === language;
  const attempt = useCallback(
    () =>
      make(id, { descriptors, t, language, emptyFlow: useGuides.getState().emptyFlow }).then(
        () => setProblem(undefined),
        setProblem,
      ),
    [id, descriptors, t, language],
  );
  useEffect(() => {
    if (!isCurrent) void attempt();
  }, [isCurrent, attempt]);
  return { made: isCurrent ? made : undefined, problem, retry: () => void attempt() };
}

const making = new Map<GuideId, Promise<void>>();

/** One at a time: two would make two flows. */
function make(id: GuideId, context: MakingContext): Promise<void> {
  const running = making.get(id) ?? begin(id, context).finally(() => making.delete(id));
  making.set(id, running);
  return running;
}

async function begin(id: GuideId, context: MakingContext): Promise<void> {
  const { answers, made } = useGuides.getState();
  const result = await makeGuideFlow(id, answers, made[id], context);
  rememberMade(id, { ...result, answers: answers[id], language: context.language, hasBegun: false });
}
