import { useEffect, useState } from 'react';
import { navigate } from '../state/route.ts';
import { importFlow, type RefusedImport } from './import-flow.ts';

interface NamedText {
  readonly name: string;
  readonly text: () => Promise<string>;
}

export interface Import {
  /** Imports files one after the other; a single one that works is opened. */
  readonly importFiles: (files: Iterable<File>) => void;
  readonly isImporting: boolean;
  readonly refused: readonly RefusedImport[];
  readonly forget: () => void;
}

/** Flows that come as files or are pasted as text. `pastedName` is what a pasted text is called. */
export function useImport(pastedName: string): Import {
  const [isImporting, setImporting] = useState(false);
  const [refused, setRefused] = useState<readonly RefusedImport[]>([]);
  const importAll = async (texts: readonly NamedText[]): Promise<void> => {
    if (texts.length === 0) return;
    setImporting(true);
    setRefused([]);
    const results = [];
    for (const { name, text } of texts) results.push(await importFlow(name, await text()));
    setImporting(false);
    setRefused(results.flatMap((result) => (result.refused ? [result.refused] : [])));
    const [only] = results;
    if (results.length === 1 && only?.id !== undefined) navigate(`/flows/${encodeURIComponent(only.id)}`);
  };
  const importFiles = (files: Iterable<File>): void =>
    void importAll([...files].map((file) => ({ name: file.name, text: () => file.text() })));
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable="true"]')) return;
      const { files } = event.clipboardData ?? {};
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files && files.length > 0) importFiles(files);
      else if (text.trim() !== '') void importAll([{ name: pastedName, text: () => Promise.resolve(text) }]);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  });
  return { importFiles, isImporting, refused, forget: () => setRefused([]) };
}
