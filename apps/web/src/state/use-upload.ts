import type { FileValue } from '@jacquard/flow';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { useEditor } from './editor-store.ts';

export interface Upload {
  readonly upload: (file: File) => Promise<void>;
  /** The name of the file that is on its way. */
  readonly receiving: string | undefined;
  readonly problem: unknown;
}

/** Sends files to the flow that is open and hands on what they have become. */
export function useUpload(onFile: (file: FileValue) => void): Upload {
  const [receiving, setReceiving] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const upload = async (file: File): Promise<void> => {
    const { flowId } = useEditor.getState();
    if (flowId === undefined) return;
    setReceiving(file.name);
    setProblem(undefined);
    try {
      onFile((await api.uploadFile(flowId, file)).file);
    } catch (error) {
      setProblem(error);
    } finally {
      setReceiving(undefined);
    }
  };
  return { upload, receiving, problem };
}
