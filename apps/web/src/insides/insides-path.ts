/** What of a model is looked at. */
export const insidesViews = ['next', 'tokens', 'machine'] as const;
export type InsidesView = (typeof insidesViews)[number];

/** Where the insides of a model stand: `/models/smollm2-135m/inside/tokens`. */
export function insidesPath(model: string, view: InsidesView = 'next'): string {
  const path = `/models/${encodeURIComponent(model)}/inside`;
  return view === 'next' ? path : `${path}/${view}`;
}
