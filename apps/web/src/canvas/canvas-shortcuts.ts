import type { TextKey } from '../i18n/en/index.ts';

/** One shortcut of the canvas, as the list under `?` shows it. */
export interface CanvasShortcut {
  /** Any of these does it. Parts of a combination are joined by `+`; `Mod` is Ctrl, or ⌘ on a Mac. */
  readonly keys: readonly string[];
  readonly text: TextKey;
  readonly group: 'build' | 'edit' | 'view' | 'run';
}

/** All keys of the canvas, in the order in which they are listed. */
export const canvasShortcuts: readonly CanvasShortcut[] = [
  { keys: ['/'], text: 'build.key-add', group: 'build' },
  { keys: ['W'], text: 'build.key-ports', group: 'build' },
  { keys: ['Enter', 'Space'], text: 'build.key-port-menu', group: 'build' },
  { keys: ['R'], text: 'build.key-replace', group: 'build' },
  { keys: ['Mod+Delete', 'Mod+Backspace'], text: 'build.key-delete-join', group: 'build' },
  { keys: ['Enter'], text: 'build.key-open', group: 'edit' },
  { keys: ['F2'], text: 'build.key-rename', group: 'edit' },
  { keys: ['ContextMenu', 'Shift+F10'], text: 'build.key-menu', group: 'edit' },
  { keys: ['Delete', 'Backspace'], text: 'build.key-delete', group: 'edit' },
  { keys: ['Mod+C'], text: 'build.key-copy', group: 'edit' },
  { keys: ['Mod+X'], text: 'build.key-cut', group: 'edit' },
  { keys: ['Mod+V'], text: 'build.key-paste', group: 'edit' },
  { keys: ['Mod+D'], text: 'build.key-duplicate', group: 'edit' },
  { keys: ['Mod+A'], text: 'build.key-select-all', group: 'edit' },
  { keys: ['Mod+G'], text: 'structure.key-group', group: 'edit' },
  { keys: ['Mod+Shift+G'], text: 'structure.key-ungroup', group: 'edit' },
  { keys: ['Mod+Alt+G'], text: 'structure.key-wrap', group: 'edit' },
  { keys: ['Enter'], text: 'structure.key-note', group: 'edit' },
  { keys: ['Mod+ArrowRight', 'Mod+ArrowDown'], text: 'structure.key-note-size', group: 'edit' },
  { keys: ['Mod+Z'], text: 'build.key-undo', group: 'edit' },
  { keys: ['Mod+Shift+Z', 'Mod+Y'], text: 'build.key-redo', group: 'edit' },
  { keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], text: 'build.key-move', group: 'edit' },
  { keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'], text: 'build.key-move-far', group: 'edit' },
  { keys: ['Tab', 'Shift+Tab'], text: 'build.key-tab', group: 'view' },
  { keys: ['Alt+ArrowRight', 'Alt+ArrowLeft'], text: 'build.key-follow', group: 'view' },
  { keys: ['Alt+ArrowDown', 'Alt+ArrowUp'], text: 'build.key-beside', group: 'view' },
  { keys: ['Shift+Enter'], text: 'structure.key-inside', group: 'view' },
  { keys: ['M'], text: 'structure.key-map', group: 'view' },
  { keys: ['Escape'], text: 'build.key-escape', group: 'view' },
  { keys: ['Mod+Enter'], text: 'pins.key-run', group: 'run' },
  { keys: ['Mod+Shift+Enter'], text: 'pins.key-afresh', group: 'run' },
  { keys: ['Mod+.'], text: 'pins.key-stop', group: 'run' },
  { keys: ['T'], text: 'pins.key-run-to', group: 'run' },
  { keys: ['F'], text: 'pins.key-run-from', group: 'run' },
  { keys: ['P'], text: 'pins.key-pin', group: 'run' },
];
