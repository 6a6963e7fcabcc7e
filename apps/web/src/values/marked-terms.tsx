import { markTerms } from '../knowledge/mark-terms.ts';

interface MarkedTermsProps {
  readonly text: string;
  readonly terms: readonly string[];
}

/** A text in which the words that were searched are marked. */
export function MarkedTerms({ text, terms }: MarkedTermsProps): React.ReactElement {
  if (terms.length === 0) return <>{text}</>;
  return (
    <>
      {markTerms(text, terms).map((piece, index) =>
        // A piece has no identity but its place.
        // oxlint-disable-next-line react/no-array-index-key
        piece.isMarked ? <mark key={index}>{piece.text}</mark> : piece.text,
      )}
    </>
  );
}
