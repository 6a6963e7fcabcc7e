import { navigate } from './route.ts';

/** Follows a link of the page without loading it anew; in another tab where a person asks for one. */
export function followLink(event: React.MouseEvent<HTMLAnchorElement>): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  navigate(event.currentTarget.pathname);
}
