import { cutLogits, type CutLogits } from '@jacquard/flow';
import type { ModelState } from '@jacquard/protocol';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { placeQuery, type Place } from '../insides-api.ts';
import { formFor, useInsides } from '../insides-store.ts';

/** Milliseconds without a key until a text that is being written is read. */
const pause = 350;

/** What may come next where the text and what was added to it end, under the settings. */
export interface ShownPlace {
  readonly place: Place | undefined;
  readonly cut: CutLogits | undefined;
  /** What is shown belongs to the text as it was: the model still reads. */
  readonly isOld: boolean;
  readonly problem: unknown;
}

/** The text that is looked at: the person's, or the example. */
export function useStartText(): string {
  const { t } = useTexts();
  const text = useInsides((state) => state.text);
  return text ?? t('insides.sample');
}

/** See {@link ShownPlace}. */
export function usePlace(model: ModelState): ShownPlace {
  const text = useStartText();
  const form = useInsides((state) => formFor(model, state.form));
  const added = useInsides((state) => state.added);
  const settings = useInsides((state) => state.settings);
  const [settled] = useDebouncedValue(text, pause);
  const ids = added.map(({ id }) => id);
  const query = useQuery({ ...placeQuery(model.id, form, settled, ids), placeholderData: keepPreviousData });
  const place = text === '' ? undefined : query.data;
  const cut = useMemo(() => place && cutLogits(place.ranked, settings), [place, settings]);
  return { place, cut, isOld: text !== settled || query.isPlaceholderData, problem: query.error ?? undefined };
}
