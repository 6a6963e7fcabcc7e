import type { ModelPreview } from '@jacquard/protocol';
import { useRef, useState } from 'react';
import { queryClient, queryKeys } from '../api/queries.ts';
import { addModel, previewModel } from './own-model-api.ts';

/** Looking at a model somewhere else, and taking it. */
export interface ModelLook {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly isLooking: boolean;
  readonly isAdding: boolean;
  readonly problem: unknown;
  readonly preview: ModelPreview | undefined;
  /** The field that the name is written in: it is gone to when somebody looks from elsewhere on the page. */
  readonly field: React.RefObject<HTMLInputElement | null>;
  start(source: string): void;
  stop(): void;
  /** Fetches what is shown. */
  add(): void;
}

/** See {@link ModelLook}. One look at a time: a new one ends the last. */
export function useModelLook(): ModelLook {
  const [text, setText] = useState('');
  const [isLooking, setLooking] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [preview, setPreview] = useState<ModelPreview>();
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef<AbortController>(undefined);

  const stop = (): void => {
    asked.current?.abort();
    setLooking(false);
  };
  const clear = (): void => {
    stop();
    setPreview(undefined);
    setProblem(undefined);
  };
  const start = (source: string): void => {
    stop();
    const controller = new AbortController();
    asked.current = controller;
    setText(source);
    setLooking(true);
    setProblem(undefined);
    const isLast = (): boolean => asked.current === controller && !controller.signal.aborted;
    previewModel(source.trim(), controller.signal)
      .then(
        (found) => isLast() && setPreview(found),
        (error: unknown) => {
          if (!isLast()) return;
          setPreview(undefined);
          setProblem(error);
        },
      )
      .finally(() => isLast() && setLooking(false));
  };
  const { isAdding, add } = useAdding(() => {
    clear();
    setText('');
  }, setProblem);
  return {
    text,
    setText: (written) => {
      setText(written);
      if (preview || problem !== undefined) clear();
    },
    isLooking,
    isAdding,
    problem,
    preview,
    field,
    start,
    stop: clear,
    add: () => void (preview && add(preview.source)),
  };
}

function useAdding(
  onAdded: () => void,
  onProblem: (problem: unknown) => void,
): { readonly isAdding: boolean; readonly add: (source: string) => Promise<void> } {
  const [isAdding, setAdding] = useState(false);
  const add = async (source: string): Promise<void> => {
    setAdding(true);
    await addModel(source).then(onAdded, onProblem);
    setAdding(false);
    await queryClient.invalidateQueries({ queryKey: queryKeys.models });
  };
  return { isAdding, add };
}
