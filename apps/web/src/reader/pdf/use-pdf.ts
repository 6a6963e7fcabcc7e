import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { openPdf } from './open-pdf.ts';

/** Width and height in points, at a scale of 1. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export interface OpenPdf {
  readonly pdf: PDFDocumentProxy;
  /** Of the first page: most pages of a document are alike. */
  readonly size: PageSize;
}

/** A PDF while it is shown; it is let go of when the address changes or nobody shows it any more. */
export function usePdf(address: string): { readonly open: OpenPdf | undefined; readonly hasFailed: boolean } {
  const [open, setOpen] = useState<OpenPdf>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    const task = openPdf(address);
    let isLeft = false;
    const load = async (): Promise<void> => {
      const pdf = await task.promise;
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (!isLeft) setOpen({ pdf, size: { width, height } });
    };
    load().catch(() => {
      if (!isLeft) setFailed(true);
    });
    return () => {
      isLeft = true;
      setOpen(undefined);
      setFailed(false);
      void task.destroy();
    };
  }, [address]);
  return { open, hasFailed };
}
