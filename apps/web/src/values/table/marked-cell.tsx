import { cutByFound, findInText } from '../text/find-in-text.ts';

interface MarkedCellProps {
  readonly text: string;
  readonly searched: string;
}

/** A short text with what was searched in it marked. */
export function MarkedCell({ text, searched }: MarkedCellProps): React.ReactElement {
  if (searched.trim() === '') return <>{text}</>;
  return (
    <>
      {cutByFound(text, 0, findInText(text, searched.trim())).map((piece, index) =>
        // A piece has no identity but its place.
        // oxlint-disable-next-line react/no-array-index-key
        piece.found === undefined ? piece.text : <mark key={index}>{piece.text}</mark>,
      )}
    </>
  );
}
