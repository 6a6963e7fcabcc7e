import { Button } from '@mantine/core';
import type { ModelState } from '@jacquard/protocol';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import { insidesPath } from '../insides/insides-path.ts';
import { navigate } from '../state/route.ts';
import { DeleteModel } from './delete-model.tsx';
import { fetchModel } from './use-models.ts';

interface ModelButtonsProps {
  readonly model: ModelState;
  readonly attempt: (work: Promise<unknown>) => void;
  readonly isTrying: boolean;
  readonly onTry: () => void;
}

/** What can be done with a model as it stands. */
export function ModelButtons({ model, attempt, isTrying, onTry }: ModelButtonsProps): React.ReactElement {
  const { t } = useTexts();
  const { id, name, state, isDefault, kind, isWithoutTemplate, isOwn, partial = 0 } = model;
  const isChat = kind === 'chat' && isWithoutTemplate !== true;
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: queryKeys.models });
  if (state === 'downloading') {
    return (
      <Button
        variant="default"
        aria-label={t('models.cancel-named', { name })}
        onClick={() => attempt(api.cancelModel(id))}
      >
        {t('models.cancel')}
      </Button>
    );
  }
  const named = (action: string): string => `${action} · ${name}`;
  const fetching = partial > 0 ? t('models.resume') : state === 'failed' ? t('models.retry') : t('models.fetch');
  return (
    <>
      {state !== 'installed' && isOwn !== true && (
        <Button variant="light" aria-label={named(fetching)} onClick={() => attempt(fetchModel(id))}>
          {fetching}
        </Button>
      )}
      {state === 'installed' && isChat && (
        <Button variant="default" aria-label={named(t('models.try'))} aria-expanded={isTrying} onClick={onTry}>
          {t('models.try')}
        </Button>
      )}
      {state === 'installed' && kind !== 'reranking' && <InsideButton model={model} />}
      {state === 'installed' && (isChat || kind === 'embeddings') && <MeasureButton model={model} attempt={attempt} />}
      {!isDefault && isChat && (
        <Button
          variant="default"
          aria-label={named(t('models.use'))}
          onClick={() => attempt(api.chooseModel(id).then(refresh))}
        >
          {t('models.use')}
        </Button>
      )}
      <DeleteModel model={model} attempt={attempt} />
    </>
  );
}

function InsideButton({ model: { id, name, kind } }: Pick<ModelButtonsProps, 'model'>): React.ReactElement {
  const { t } = useTexts();
  return (
    <Button
      variant="default"
      aria-label={`${t('faces.inside')} · ${name}`}
      onClick={() => navigate(insidesPath(id, kind === 'chat' ? 'next' : 'tokens'))}
    >
      {t('faces.inside')}
    </Button>
  );
}

function MeasureButton({ model, attempt }: Pick<ModelButtonsProps, 'model' | 'attempt'>): React.ReactElement {
  const { t } = useTexts();
  const { id, name, speed, isMeasuring } = model;
  const action = speed ? t('models.measure-again') : t('models.measure');
  return (
    <Button
      variant="default"
      loading={isMeasuring === true}
      aria-label={`${action} · ${name}`}
      onClick={() => attempt(api.measureModel(id))}
    >
      {action}
    </Button>
  );
}
