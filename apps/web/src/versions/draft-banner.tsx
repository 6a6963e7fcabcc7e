import { Button } from '@mantine/core';
import { mergeFlows, replaceFlow, type MergeChoices } from '@jacquard/canvas';
import { useEffect, useState } from 'react';
import { serialiseFlow } from '@jacquard/flow';
import { useTexts } from '../i18n/i18n.ts';
import { Banner } from '../shell/banner.tsx';
import { findDraft, forgetDraft, type Draft } from '../state/drafts.ts';
import { changeFlow, useEditor } from '../state/editor-store.ts';
import { MergeDialog } from './merge-dialog.tsx';

/** Offers what an earlier page of this flow changed and could not save before it was closed. */
export function DraftBanner(): React.ReactElement | null {
  const { t, language } = useTexts();
  const flowId = useEditor((state) => state.flowId);
  const isBroken = useEditor(({ broken }) => broken !== undefined);
  const [draft, setDraft] = useState<Draft>();
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    let isLeft = false;
    if (flowId !== undefined) void findDraft(flowId).then((found) => !isLeft && setDraft(worthOffering(found)));
    return () => {
      isLeft = true;
    };
  }, [flowId]);
  const now = useEditor(({ history }) => history?.document);
  if (!draft || !now || isBroken || draft.flowId !== flowId) return null;
  const end = (): void => {
    forgetDraft(draft.key);
    setDraft(undefined);
    setAsking(false);
  };
  const take = (choices: MergeChoices): void => {
    changeFlow(replaceFlow(mergeFlows(draft.base, draft.document, now, choices).document), undefined, 'merge');
    end();
  };
  const begin = (): void => {
    if (mergeFlows(draft.base, draft.document, now).collisions.length > 0) setAsking(true);
    else take({});
  };
  const time = new Date(draft.at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Banner tone="warn" text={t('versions.draft', { time })}>
      <Button variant="default" onClick={begin}>
        {t('versions.take-draft')}
      </Button>
      <Button variant="subtle" onClick={end}>
        {t('versions.drop-draft')}
      </Button>
      {isAsking && (
        <MergeDialog
          title={t('versions.draft-title')}
          text={t('versions.draft-text')}
          base={draft.base}
          mine={draft.document}
          theirs={now}
          onChoose={(choices) => Promise.resolve(take(choices))}
          onClose={() => setAsking(false)}
        />
      )}
    </Banner>
  );
}

/** A draft that is the flow as it is saved, or as it was before, has nothing to give. */
function worthOffering(draft: Draft | undefined): Draft | undefined {
  if (!draft) return undefined;
  const text = serialiseFlow(draft.document);
  const saved = useEditor.getState().base;
  const isSame = text === serialiseFlow(draft.base) || (saved !== undefined && text === serialiseFlow(saved));
  if (isSame) forgetDraft(draft.key);
  return isSame ? undefined : draft;
}
