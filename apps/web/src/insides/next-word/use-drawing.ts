import { chanceOf, cutLogits, drawRank } from '@jacquard/flow';
import type { ModelState } from '@jacquard/protocol';
import { useEffect, useRef, useState } from 'react';
import { queryClient } from '../../api/queries.ts';
import { placeQuery, type Place } from '../insides-api.ts';
import { addToken, formFor, useInsides } from '../insides-store.ts';
import { useStartText } from './use-place.ts';

/** The model's own choice of tokens, one after the other. */
export interface Drawing {
  readonly isDrawing: boolean;
  draw(count: number): Promise<void>;
  stop(): void;
}

/** Draws tokens by the seed and the settings as they are at each; leaving the view, or the model's own end, stops it. */
export function useDrawing(model: ModelState): Drawing {
  const [isDrawing, setDrawing] = useState(false);
  const going = useRef<AbortController>(undefined);
  const text = useStartText();
  useEffect(() => () => going.current?.abort(), []);
  const draw = async (count: number): Promise<void> => {
    const abort = new AbortController();
    going.current?.abort();
    going.current = abort;
    setDrawing(true);
    try {
      for (let drawn = 0; drawn < count; drawn += 1) {
        const { form, added } = useInsides.getState();
        const ids = added.map(({ id }) => id);
        const place = await queryClient.fetchQuery(placeQuery(model.id, formFor(model, form), text, ids));
        if (abort.signal.aborted || (drawn > 0 && place.after.at(-1)?.isSpecial === true)) break;
        addDrawn(place);
      }
    } catch {
      // The place itself shows what is wrong with it.
    } finally {
      if (going.current === abort) setDrawing(false);
    }
  };
  return { isDrawing, draw, stop: () => going.current?.abort() };
}

function addDrawn({ ranked, named }: Place): void {
  const { added, settings, seed } = useInsides.getState();
  const { probabilities } = cutLogits(ranked, settings);
  const rank = drawRank(probabilities, chanceOf(seed, added.length));
  const own = (ranked.weights[rank] ?? 0) / ranked.totalWeight;
  addToken({ id: ranked.ids[rank] ?? 0, piece: named[rank], own });
}
