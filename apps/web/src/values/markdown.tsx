import { lazy, Suspense } from 'react';

const MarkdownText = lazy(() => import('./markdown-text.tsx'));

/** Markdown as it reads; its code is loaded when first needed, and the plain text shows until then. */
export function Markdown({ text }: { readonly text: string }): React.ReactElement {
  return (
    <Suspense fallback={<p style={{ whiteSpace: 'pre-wrap' }}>{text}</p>}>
      <MarkdownText text={text} />
    </Suspense>
  );
}
