import { navigate } from '../state/route.ts';

interface PageLinkProps {
  readonly path: string;
  readonly className?: string | undefined;
  readonly children: React.ReactNode;
}

/** A link to another page of the app, which is not loaded anew; another tab still is one click away. */
export function PageLink({ path, className, children }: PageLinkProps): React.ReactElement {
  return (
    <a
      className={className}
      href={path}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.button !== 0) return;
        event.preventDefault();
        navigate(path);
      }}
    >
      {children}
    </a>
  );
}
