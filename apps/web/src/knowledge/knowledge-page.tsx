import { BasePage } from './base-page.tsx';
import { BasesPage } from './bases-page.tsx';

/** All knowledge bases, or the one that the path names. */
export function KnowledgePage({ id }: { readonly id?: string | undefined }): React.ReactElement {
  return id === undefined ? <BasesPage /> : <BasePage key={id} id={id} />;
}
