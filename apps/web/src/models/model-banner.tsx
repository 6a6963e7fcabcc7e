import { Button, Progress } from '@mantine/core';
import type { ModelState } from '@jacquard/protocol';
import { useState } from 'react';
import { problemSentence, problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { Banner } from '../shell/banner.tsx';
import { fetchModel, useMissingModel } from './use-models.ts';

/** What a person must know of the flow's model before it can run: that it is absent, on its way or could not come. */
export function ModelBanner(): React.ReactElement | null {
  const { t } = useTexts();
  const model = useMissingModel()?.model;
  if (!model) return null;
  if (model.state !== 'downloading') return <AbsentModelBanner model={model} />;
  const done = model.done ?? 0;
  const text = t('shell.model-downloading', {
    name: model.name,
    done: Math.round(done / 1e6),
    total: Math.round(model.size / 1e6),
  });
  return (
    <Banner tone="info" text={text}>
      <Progress w={160} value={(done / Math.max(1, model.size)) * 100} aria-label={model.name} />
    </Banner>
  );
}

function AbsentModelBanner({ model }: { readonly model: ModelState }): React.ReactElement {
  const { t, language } = useTexts();
  const [refusal, setRefusal] = useState<unknown>();
  const reason = refusal
    ? problemText(refusal, language).detail
    : model.error
      ? problemSentence(model.error, language)
      : undefined;
  const text =
    reason === undefined
      ? t('shell.model-absent', { name: model.name })
      : t('shell.model-failed', { name: model.name, reason });
  return (
    <Banner tone={reason === undefined ? 'warn' : 'err'} text={text}>
      <Button variant="default" onClick={() => void fetchModel(model.id).then(() => setRefusal(undefined), setRefusal)}>
        {t('shell.fetch-model')}
      </Button>
    </Banner>
  );
}
