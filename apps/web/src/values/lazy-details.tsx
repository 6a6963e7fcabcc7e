import { useState } from 'react';

interface LazyDetailsProps {
  readonly summary: React.ReactNode;
  readonly className?: string | undefined;
  readonly isOpen?: boolean;
  /** Made when it is first opened: what is folded costs nothing. */
  readonly children: () => React.ReactNode;
}

/** A part that folds, and is there only while it is open. */
export function LazyDetails({ summary, className, isOpen = false, children }: LazyDetailsProps): React.ReactElement {
  const [isShown, setShown] = useState(isOpen);
  return (
    <details className={className} open={isShown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isShown && children()}
    </details>
  );
}
