import { Button } from '@mantine/core';
import type { ModelState, ModelUses } from '@jacquard/protocol';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { formatBytes } from '../values/file-line.tsx';

interface DeleteModelProps {
  readonly model: ModelState;
  readonly attempt: (work: Promise<unknown>) => void;
}

/** Deletes a model's file, after saying what names it; or what a download left, which nothing needs. */
export function DeleteModel({ model, attempt }: DeleteModelProps): React.ReactElement | null {
  const { t, language } = useTexts();
  const [uses, setUses] = useState<ModelUses>();
  const { id, name, state, partial = 0, size, isOwn, isDefault, description, addedFrom } = model;
  const remove = async (): Promise<void> => {
    await api.removeModel(id);
    await queryClient.invalidateQueries({ queryKey: queryKeys.models });
  };
  if (state === 'absent' || (state === 'failed' && isOwn !== true)) {
    if (partial === 0 && addedFrom === undefined) return null;
    const isListed = addedFrom !== undefined;
    return (
      <Button
        variant="subtle"
        color="gray"
        aria-label={t(isListed ? 'models.unlist-named' : 'models.discard-named', { name })}
        onClick={() => attempt(remove())}
      >
        {t(isListed ? 'models.unlist' : 'models.discard')}
      </Button>
    );
  }
  const bytes = formatBytes(size, language);
  const names = [...(uses?.flows ?? []), ...(uses?.bases ?? [])].map((one) => one.name);
  const sentences = [
    isOwn
      ? t('models.delete-own', { file: description[language], size: bytes })
      : t('models.delete-fetched', { size: bytes }),
    isDefault && t('models.delete-default'),
    names.length > 0 && t('models.delete-uses', { names: new Intl.ListFormat(language).format(names) }),
  ];
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        aria-label={t('models.delete-named', { name })}
        onClick={() => attempt(api.modelUses(id).then(setUses))}
      >
        {t('models.delete-model')}
      </Button>
      <ConfirmDialog
        isOpen={uses !== undefined}
        title={t('models.delete-title', { name })}
        text={sentences.filter(Boolean).join(' ')}
        action={t('models.delete')}
        onClose={() => setUses(undefined)}
        onConfirm={remove}
      />
    </>
  );
}
