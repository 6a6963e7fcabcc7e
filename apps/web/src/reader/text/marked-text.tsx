import type { TextRange } from '../find-quotation.ts';

interface MarkedTextProps {
  /** The document's text, of which `start` to `end` is shown. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What is marked of it. */
  readonly range: TextRange | undefined;
}

/** A part of a document's text, with what was cited of it marked. */
export function MarkedText({ text, start, end, range }: MarkedTextProps): React.ReactElement {
  const from = Math.max(start, range?.start ?? end);
  const to = Math.min(end, range?.end ?? end);
  if (!range || from >= to) return <>{text.slice(start, end)}</>;
  return (
    <>
      {text.slice(start, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to, end)}
    </>
  );
}
