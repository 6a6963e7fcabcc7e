import type { Page } from 'playwright-core';
import { english } from '../../../apps/web/src/i18n/en/index.ts';
import { laterEnglish } from '../../../apps/web/src/i18n/en/later.ts';
import { french } from '../../../apps/web/src/i18n/fr/index.ts';
import { laterFrench } from '../../../apps/web/src/i18n/fr/later.ts';

export type PageLanguage = 'en' | 'fr';

/** A page on which a state is brought about, in one of the languages. */
export interface Stage {
  readonly page: Page;
  /** The server's. */
  readonly url: string;
  readonly language: PageLanguage;
  /** The page's text in its language. */
  say(key: keyof typeof english | keyof typeof laterEnglish): string;
  /** Opens a path of the server. */
  go(path: string): Promise<void>;
}

/** Something that the page can show, and how a person gets there. */
export interface PageState {
  readonly name: string;
  show(stage: Stage): Promise<void>;
}

/** The stage of a page that is open. */
export function stageOf(page: Page, url: string, language: PageLanguage): Stage {
  const texts: Record<string, string> =
    language === 'fr' ? { ...french, ...laterFrench } : { ...english, ...laterEnglish };
  return {
    page,
    url,
    language,
    say: (key) => texts[key] ?? key,
    go: async (path) => void (await page.goto(url + path)),
  };
}

/** Opens a tab of the right or the lower panel. */
export async function openTab({ page, say }: Stage, key: Parameters<Stage['say']>[0]): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${say(key)}`) }).click();
}
