import { lazy, Suspense } from 'react';
import { loadPart } from './load-part.ts';

const load = () => import('./markdown-text.tsx');
const MarkdownText = lazy(() => loadPart(load));

/** Fetches the code of Markdown before it is needed: an answer may come while the server goes away. */
export function prepareMarkdown(): void {
  void load().catch(() => undefined); // it is asked for again when it is needed
}

interface MarkdownProps {
  readonly text: string;
  /** Without links and images that take a click, for places that are clicked themselves. */
  readonly isInert?: boolean;
}

/** Markdown as it reads; the plain text shows until its code is there. */
export function Markdown({ text, isInert = false }: MarkdownProps): React.ReactElement {
  return (
    <Suspense fallback={<p style={{ whiteSpace: 'pre-wrap' }}>{text}</p>}>
      <MarkdownText text={text} isInert={isInert} />
    </Suspense>
  );
}
