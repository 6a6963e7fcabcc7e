import { lazy, Suspense, type ComponentType, type ReactElement } from 'react';
import { loadPart } from './load-part.ts';

/** A component whose code comes when it is first drawn, so that the page opens the sooner; until then its place is empty. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactElement {
  const Part = lazy(() => loadPart(async () => ({ default: await load() })));
  return function Later(props) {
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    );
  };
}
