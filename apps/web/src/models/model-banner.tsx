import { Button, Progress } from '@mantine/core';
import { literalOf, nodesById, type FlowDocument } from '@jacquard/flow';
import { api } from '../api/api.ts';
import { problemSentence } from '../api/problem-text.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import { Banner } from '../shell/banner.tsx';
import { useEditor } from '../state/editor-store.ts';
import { useDefaultModel } from './use-models.ts';

/** Whether some node of the flow asks for the model that was chosen once. */
function usesDefaultModel(flow: FlowDocument): boolean {
  return [...nodesById(flow).values()].some(
    ({ node }) => node.disabled !== true && literalOf(node.inputs?.['model']) === 'default',
  );
}

/** What a person must know of the default model before the flow can run: that it is absent, on its way or could not come. */
export function ModelBanner(): React.ReactElement | null {
  const { t, language } = useTexts();
  const model = useDefaultModel();
  const isNeeded = useEditor(({ history }) => (history ? usesDefaultModel(history.document) : false));
  if (!model || !isNeeded || model.state === 'installed') return null;
  if (model.state === 'downloading') {
    const done = model.done ?? 0;
    const text = t('shell.model-downloading', {
      name: model.name,
      done: Math.round(done / 1e6),
      total: Math.round(model.size / 1e6),
    });
    return (
      <Banner tone="info" text={text}>
        <Progress w={160} value={(done / model.size) * 100} aria-label={model.name} />
      </Banner>
    );
  }
  const fetchModel = (
    <Button
      variant="default"
      onClick={() =>
        void api
          .installModel(model.id)
          .catch(() => undefined)
          .finally(() => queryClient.invalidateQueries({ queryKey: queryKeys.models }))
      }
    >
      {t('shell.fetch-model')}
    </Button>
  );
  if (model.state === 'absent') {
    return (
      <Banner tone="warn" text={t('shell.model-absent', { name: model.name })}>
        {fetchModel}
      </Banner>
    );
  }
  const reason = model.error ? problemSentence(model.error, language) : '';
  return (
    <Banner tone="err" text={t('shell.model-failed', { name: model.name, reason })}>
      {fetchModel}
    </Banner>
  );
}
