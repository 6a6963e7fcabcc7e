import type { Language } from '@jacquard/flow';

const onMac: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Control: '⌃',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  Backspace: '⌫',
  Delete: '⌦',
  Tab: '⇥',
};

const elsewhere: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { Mod: 'Ctrl', Control: 'Ctrl', Delete: 'Del', ContextMenu: 'Menu' },
  fr: {
    Mod: 'Ctrl',
    Control: 'Ctrl',
    Shift: 'Maj',
    Enter: 'Entrée',
    Delete: 'Suppr',
    Backspace: 'Retour arrière',
    ContextMenu: 'Menu',
  },
};

const everywhere: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { Escape: 'Esc', Space: 'Space', Home: 'Home', End: 'End' },
  fr: { Escape: 'Échap', Space: 'Espace', Home: 'Début', End: 'Fin' },
};

const arrows: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };

/** Whether the keyboard has the keys of a Mac. */
export function isMac(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

/** The keys of a combination (`Mod+Shift+Z`) as they are called on the platform and in the language. */
export function keyNames(combination: string, mac: boolean, language: Language): readonly string[] {
  return combination.split('+').map((key) => {
    const own = mac ? onMac[key] : elsewhere[language][key];
    return arrows[key] ?? own ?? everywhere[language][key] ?? key;
  });
}
