import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

type Drafts = Readonly<Record<string, string>>;

/** More drafts than these are not kept; the oldest go first. */
const mostDrafts = 50;
/** Characters of a draft that outlives a reload. */
const longestStored = 100_000;

/** The tab's own storage; where it is full or forbidden, drafts live as long as the page. */
const tabStorage = {
  getItem: (name: string): string | null => attempt(() => sessionStorage.getItem(name)) ?? null,
  setItem: (name: string, text: string): void => attempt(() => sessionStorage.setItem(name, text)),
  removeItem: (name: string): void => attempt(() => sessionStorage.removeItem(name)),
};

function attempt<Result>(use: () => Result): Result | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/**
 * What was typed in a field and can't stand in the document yet: JSON that isn't complete. It outlives the field, the
 * selection of another node and a reload of the tab, until it becomes valid or a person drops it.
 */
export const useFieldDrafts = create<{ readonly drafts: Drafts }>()(
  persist((): { readonly drafts: Drafts } => ({ drafts: {} }), {
    name: 'jacquard-drafts',
    storage: createJSONStorage(() => tabStorage),
    partialize: ({ drafts }) => ({
      drafts: Object.fromEntries(Object.entries(drafts).filter(([, text]) => text.length <= longestStored)),
    }),
  }),
);

/** The field that a draft belongs to. */
export function draftKey(flow: string | undefined, node: string, port: string): string {
  return `${flow ?? ''}/${node}.${port}`;
}

/** Keeps what was typed, or forgets it. */
export function setDraft(key: string, text: string | undefined): void {
  useFieldDrafts.setState(({ drafts }) => {
    if (drafts[key] === text) return {};
    const { [key]: _before, ...others } = drafts;
    const all = text === undefined ? others : { ...others, [key]: text };
    return { drafts: Object.fromEntries(Object.entries(all).slice(-mostDrafts)) };
  });
}
