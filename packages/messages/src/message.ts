import type { JsonValue, Language, Words } from '@jacquard/flow';
import { catalog } from './catalog/index.ts';
import type { MessageEntry } from './message-entry.ts';
import { renderMessage, type MessageParams } from './render-message.ts';

/** What the sentences of an error or an issue are made of. */
export interface MessageData {
  readonly code: string;
  readonly params: Readonly<Record<string, JsonValue>>;
}

/** A notice in three parts: heading, what happened, what to do. */
export interface ProblemMessage {
  readonly title: string;
  readonly detail: string;
  readonly hint?: string;
}

/** One paragraph for a code: what happened and what to do. Never throws; a code without an entry is named. */
export function message(code: string, params: MessageParams, language: Language): string {
  const { detail, hint } = problemMessage({ code, params }, language);
  return hint === undefined ? detail : `${detail} ${hint}`;
}

/** The parts of a notice for an error or an issue. Never throws; a code without an entry is named. */
export function problemMessage(data: MessageData, language: Language): ProblemMessage {
  const entry = Object.hasOwn(catalog, data.code) ? catalog[data.code] : undefined;
  const { title, detail, hint } = entry ?? unknownCode;
  const params = entry === undefined ? { ...data.params, code: data.code } : data.params;
  const render = (words: Words): string => renderMessage(words[language], params, language);
  return { title: render(title), detail: render(detail), ...(hint && { hint: render(hint) }) };
}

const unknownCode: MessageEntry = {
  title: { en: 'Something went wrong', fr: 'Un problème est survenu' },
  detail: {
    en: 'Jacquard reported "{code}", for which it has no explanation.[[ What the other side said: {message}]]',
    fr: 'Jacquard a signalé "{code}", sans explication disponible.[[ Réponse reçue : {message}]]',
  },
};
