import { canvasShortcuts } from '../canvas/canvas-shortcuts.ts';
import type { TextKey } from '../i18n/en/index.ts';

/** One line of the list. */
interface Shortcut {
  /** Any of these does it. Parts of a combination are joined by `+`; `Mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys: readonly string[];
  readonly text: TextKey;
}

export interface ShortcutGroup {
  readonly title: TextKey;
  readonly shortcuts: readonly Shortcut[];
}

const everywhere: readonly Shortcut[] = [
  { keys: ['Mod+F'], text: 'editing.key-search' },
  { keys: ['?'], text: 'editing.key-shortcuts' },
];

const inFields: readonly Shortcut[] = [
  { keys: ['Tab', 'Shift+Tab'], text: 'editing.key-leave' },
  { keys: ['Control+Space'], text: 'editing.key-complete' },
  { keys: ['Mod+Z'], text: 'editing.key-undo-text' },
  { keys: ['Escape'], text: 'editing.key-escape' },
];

const inTables: readonly Shortcut[] = [
  { keys: ['Enter', 'F2'], text: 'editing.key-cell-edit' },
  { keys: ['Tab'], text: 'editing.key-cell-next' },
  { keys: ['Shift+ArrowDown', 'Shift+ArrowRight'], text: 'editing.key-cell-extend' },
  { keys: ['Mod+C'], text: 'editing.key-cell-copy' },
  { keys: ['Mod+V'], text: 'editing.key-cell-paste' },
  { keys: ['Delete'], text: 'editing.key-cell-clear' },
  { keys: ['Alt+ArrowDown'], text: 'editing.key-row-add' },
  { keys: ['Alt+Delete', 'Alt+Backspace'], text: 'editing.key-row-drop' },
  { keys: ['Alt+ArrowRight'], text: 'editing.key-column-add' },
  { keys: ['Alt+Shift+Delete', 'Alt+Shift+Backspace'], text: 'editing.key-column-drop' },
];

/** All shortcuts of the page, by group, in the order of the list. */
export function shortcutGroups(): readonly ShortcutGroup[] {
  const canvas = (group: (typeof canvasShortcuts)[number]['group']): readonly Shortcut[] =>
    canvasShortcuts.filter((shortcut) => shortcut.group === group);
  const groups: readonly ShortcutGroup[] = [
    { title: 'editing.keys-build', shortcuts: canvas('build') },
    { title: 'editing.keys-edit', shortcuts: canvas('edit') },
    { title: 'editing.keys-view', shortcuts: [...everywhere, ...canvas('view')] },
    { title: 'editing.keys-run', shortcuts: canvas('run') },
    { title: 'editing.keys-fields', shortcuts: inFields },
    { title: 'editing.keys-tables', shortcuts: inTables },
  ];
  return groups.filter(({ shortcuts }) => shortcuts.length > 0);
}
