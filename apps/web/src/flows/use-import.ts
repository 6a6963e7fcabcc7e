import { useEffect, useState } from 'react';
import { isRunFile } from '../runs/open-run-file.ts';
import { navigate } from '../state/route.ts';
import { importBundle, importFlow, importRunFile, type ImportResult, type RefusedImport } from './import-flow.ts';

/** Something that may become a flow. */
type Importing = () => Promise<ImportResult>;

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
  const importAll = async (given: readonly Importing[]): Promise<void> => {
    if (given.length === 0) return;
    setImporting(true);
    setRefused([]);
    const results = [];
    for (const importOne of given) results.push(await importOne());
    setImporting(false);
    setRefused(results.flatMap((result) => (result.refused ? [result.refused] : [])));
    const [only] = results;
    if (results.length === 1 && only?.id !== undefined) navigate(`/flows/${encodeURIComponent(only.id)}`);
  };
  const importFiles = (files: Iterable<File>): void => void importAll([...files].map((file) => () => importFile(file)));
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable="true"]')) return;
      const { files } = event.clipboardData ?? {};
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files && files.length > 0) importFiles(files);
      else if (text.trim() !== '') void importAll([() => importFlow(pastedName, text)]);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  });
  return { importFiles, isImporting, refused, forget: () => setRefused([]) };
}

async function importFile(file: File): Promise<ImportResult> {
  if (isZip(file)) return importBundle(file);
  return (await isRunFile(file)) ? importRunFile(file) : importFlow(file.name, await file.text());
}

function isZip({ name, type }: File): boolean {
  return /\.zip$/i.test(name) || type === 'application/zip';
}
