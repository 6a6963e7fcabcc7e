import { isQuestionWord, type LanguageTools, wordTokens } from '@jacquard/node-kit';

/** A message of a conversation. */
export interface SaidMessage {
  readonly role: string;
  readonly content: string;
}

/** What is searched for a message. */
export interface LeaningQuery {
  readonly query: string;
  readonly usesHistory: boolean;
}

/** Questions before this one that are taken in at most. */
const mostQuestions = 3;
/** A message of more words of content stands alone, whatever it begins with. */
const enoughContent = 8;

/** Begins as an addition to what was said. */
const beginnings: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:and|or|but|also|then|so|ok(?:ay)?|what about|how about|what if|same|likewise|in that case|if so|if not|else)\b)/i,
  fr: /^(?:et|ou|mais|alors|donc|sinon|pareil|idem|aussi|dans ce cas|quid|qu['’]en est-il|si oui|si non|même chose)(?![\p{L}-])/iu,
};

/** Words that stand for something said before, where they aren't grammar's own ("il faut", "what time is it", "there are"). */
const references: Readonly<Record<string, RegExp>> = {
  en: /\b(?:they|them|their|theirs|these|those|he|she|him|his|hers?|its|the (?:same|latter|former|other)s?|that one|this one|(?:about|for|with|of|to|from|at|on|in|by|like|after|before|under|over) (?:it|that|this)|(?<!what time )(?:is|was|does|did|can|could|will|would|may|should|has) (?:it|that|this)(?! (?:possible|allowed|necessary|true|take|cost|mean|say))|it (?:is|was|does|has|can|could|will|would)(?! (?:possible|allowed|necessary|true)))\b/i,
  fr: /(?<![\p{L}-])(?:ils|elles|elle|eux|celui|celle|ceux|celles|celui-ci|celle-ci|ceux-ci|celles-ci|celui-là|celle-là|ceux-là|celles-là|cela|ça|ceci|lui|leur|leurs|là-bas|j['’]en|en ai-je|en a-t-(?:il|elle|on)|(?:d['’]autres)|(?:le|la|les) (?:même|mêmes|suivante?s?|précédente?s?|premier|première|second|seconde|dernier|dernière)|(?:est|sont|était|sera|peut|doit|a-t|faut-il|puis-je|peut-on|dois-je|doit-on) (?:le|la|les|en|y) (?=\p{L}+(?:er|ir|re)(?!\p{L})))(?![\p{L}-])/iu,
};

/** "Combien durent-ils ?", but not "La bibliothèque est-elle ouverte ?", which names what it speaks of. */
const inversion =
  /^(?!.*(?<![\p{L}-])(?:(?:la|le|les|un|une|ce|cet|cette|ces|mon|ma|mes|notre|nos|votre|vos) |l['’])\p{L}.*-(?:elle|elles|ils)).*-(?:elle|elles|ils|en)(?![\p{L}-])/iu;

/** Begins with a preposition: what it belongs to is missing when little else follows. */
const attachments: Readonly<Record<string, RegExp>> = {
  en: /^(?:for|on|in|at|with|without|from|to|until|after|before|during|by|under|only|not|even)\b/i,
  fr: /^(?:pour|le|la|les|en|à|au|aux|avec|sans|dans|chez|jusqu['’]|après|avant|pendant|depuis|par|sous|seulement|pas|même|de|du|des|d['’])(?![\p{L}-])/iu,
};

/**
 * What to search for a message, without a model: together with the last question when it leans on it, because it begins
 * as an addition, speaks of "them" or "ceux-ci", or has too little of its own; alone otherwise. When the last question
 * leans, too, the one before comes along.
 */
export function leanOnHistory(
  message: string,
  history: readonly SaidMessage[],
  tools: LanguageTools,
  languages: readonly string[],
): LeaningQuery {
  const questions = history
    .filter(({ role, content }) => role === 'user' && content.trim() !== '')
    .map(({ content }) => content.trim());
  if (questions.at(-1) === message.trim()) questions.pop();
  const parts = [message];
  for (let at = questions.length - 1; at >= 0 && parts.length <= mostQuestions; at -= 1) {
    if (!leans(parts[0] ?? '', tools, languages)) break;
    parts.unshift(questions[at] ?? '');
  }
  return { query: parts.join(' '), usesHistory: parts.length > 1 };
}

function leans(message: string, tools: LanguageTools, languages: readonly string[]): boolean {
  const text = message.trim();
  const detected = tools.detect(text, { likely: languages });
  // Too short a message may be in either; then it leans when it does in one of them.
  return (detected === 'und' ? ['en', 'fr'] : [detected]).some((language) => leansIn(text, language, tools));
}

function leansIn(text: string, language: string, tools: LanguageTools): boolean {
  const content = tools.contentWords(text, language).length;
  if (content === 0) return true;
  if (content > enoughContent) return false;
  if (beginnings[language]?.test(text) === true || references[language]?.test(text) === true) return true;
  if (language === 'fr' && inversion.test(text)) return true;
  const isAsked = text.endsWith('?') || wordTokens(text).some(({ folded }) => isQuestionWord(folded, language));
  if (attachments[language]?.test(text) === true && content <= 2) {
    return isAsked && !wordTokens(text).some(({ folded }) => isQuestionWord(folded, language));
  }
  return content === 1 && isAsked && wordTokens(text).length <= 3;
}
