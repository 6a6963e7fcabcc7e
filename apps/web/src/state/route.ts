import { useSyncExternalStore } from 'react';

/** The pages. `/` leads to the last flow. */
export type Route =
  | { readonly page: 'start' }
  | { readonly page: 'flows' }
  | { readonly page: 'flow'; readonly id: string }
  | { readonly page: 'models' }
  /** The insides of a model: what may come next, its tokens, or the machine. */
  | { readonly page: 'insides'; readonly id: string; readonly view: 'next' | 'tokens' | 'machine' }
  /** A run from a file that was just opened. */
  | { readonly page: 'run-file' }
  /** A guide and its part, 1 to 3; the guide may be one that there isn’t. */
  | { readonly page: 'guide'; readonly guide: string; readonly part: number }
  /** All knowledge bases, or one. */
  | { readonly page: 'knowledge'; readonly id?: string }
  /** Who may come in: the password, keys, and what was done. */
  | { readonly page: 'access' }
  /** Where the one-time link leads. */
  | { readonly page: 'set-up' }
  | { readonly page: 'unknown' };

const changed = 'jacquard:navigate';

/** The page that a path names. */
export function parseRoute(path: string): Route {
  if (path === '/') return { page: 'start' };
  if (path === '/flows') return { page: 'flows' };
  if (path === '/runs/file') return { page: 'run-file' };
  if (path === '/models') return { page: 'models' };
  if (path === '/access') return { page: 'access' };
  if (path === '/setup') return { page: 'set-up' };
  if (path === '/knowledge') return { page: 'knowledge' };
  const [, guide, part = '1'] = /^\/start\/([a-z-]+)(?:\/([123]))?$/.exec(path) ?? [];
  if (guide !== undefined) return { page: 'guide', guide, part: Number(part) };
  const [, model, view = 'next'] = /^\/models\/([^/]+)\/inside(?:\/(tokens|machine))?$/.exec(path) ?? [];
  if (model !== undefined) {
    return idOf(model, (id) => ({
      page: 'insides',
      id,
      view: view === 'tokens' || view === 'machine' ? view : 'next',
    }));
  }
  const base = /^\/knowledge\/([^/]+)$/.exec(path)?.[1];
  if (base !== undefined) return idOf(base, (id) => ({ page: 'knowledge', id }));
  const flow = /^\/flows\/([^/]+)$/.exec(path)?.[1];
  return flow === undefined ? { page: 'unknown' } : idOf(flow, (id) => ({ page: 'flow', id }));
}

/** A path that was typed wrong names no page. */
function idOf(encoded: string, routeOf: (id: string) => Route): Route {
  try {
    return routeOf(decodeURIComponent(encoded));
  } catch {
    return { page: 'unknown' };
  }
}

/** Goes to another page without loading it anew. */
export function navigate(path: string, options: { readonly replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  dispatchEvent(new Event(changed));
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  addEventListener(changed, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(changed, listener);
  };
}

/** The path of the page that is shown. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}
