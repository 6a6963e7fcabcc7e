import type { JsonValue, Language } from '@jacquard/flow';
import { messageTexts, type MessageTexts } from './known-messages.ts';
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
  const texts = messageTexts(data.code, language);
  const { title, detail, hint } = texts ?? unknownCode[language];
  const params = texts === undefined ? { ...data.params, code: data.code } : data.params;
  const render = (template: string): string => renderMessage(template, params, language);
  return { title: render(title), detail: render(detail), ...(hint && { hint: render(hint) }) };
}

const unknownCode: Readonly<Record<Language, MessageTexts>> = {
  en: {
    title: 'Something went wrong',
    detail: 'Jacquard reported "{code}", for which it has no explanation.[[ What the other side said: {message}]]',
  },
  fr: {
    title: 'Un problème est survenu',
    detail: 'Jacquard a signalé "{code}", sans explication disponible.[[ Réponse reçue : {message}]]',
  },
};
