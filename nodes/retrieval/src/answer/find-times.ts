import type { TextValue } from './find-values.ts';
import { numberWord } from './number-words.ts';

const clock = /(?<![\p{L}\p{N}.:])(\d{1,2})[:.]([0-5]\d)(?:\s?([ap])\.?m\b\.?)?(?![\p{L}\p{N}])/giu;
const halfDay = /(?<![\p{L}\p{N}.:])(\d{1,2})\s?([ap])\.?m\b\.?/giu;
const frenchClock = /(?<![\p{L}\p{N}.,])(\d{1,2})\s?h(?:eures?)?(?:\s?([0-5]\d))?(?![\p{L}\p{N}])/giu;
const named = /(?<![\p{L}\p{N}])(noon|midday|midnight|midi|minuit)(?![\p{L}\p{N}])/giu;
const spoken =
  /(?<![\p{L}\p{N}])(half|quarter) (past|to) ([a-z]+)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])([a-z]+|\d{1,2}) o['’]clock/giu;
const hours = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
/** An hour in words where nothing is counted: `opens at nine on weekdays`, not `at nine desks`. */
const bareHour = new RegExp(
  `(?<=(?<!\\p{L})(?:at|until|till|before|after) )(?:${hours})(?=\\s*(?:[.,;:!?)]|$|(?:on|every|each|until|till|to|in the|sharp|daily|except|and (?:at|closes?|ends?|again|until))(?!\\p{L})))`,
  'giu',
);
const frenchHour =
  /(?<![\p{L}\p{N}])(une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze) heures?(?: (et demie|et quart|trente|quinze))?(?![\p{L}\p{N}])/giu;

const namedMinutes: Readonly<Record<string, number>> = {
  noon: 720,
  midday: 720,
  midi: 720,
  midnight: 1440,
  minuit: 1440,
};

/** Times of the day in a text, as minutes since midnight: `18:30`, `6.30 pm`, `18 h 30`, `noon`, `half past ten`, `at nine`. */
export function findTimes(text: string, language: string): TextValue[] {
  const found: TextValue[] = [];
  const add = (match: RegExpMatchArray, minutes: number | undefined): void => {
    if (minutes === undefined || minutes > 1440 || match.index === undefined) return;
    const written = match[0].trimEnd();
    const end = match.index + written.length;
    found.push({ kind: 'time', value: String(minutes), written, start: match.index, end });
  };
  for (const match of text.matchAll(clock)) {
    if (isMoney(text, match) || (match[0].includes('.') && match[3] === undefined)) continue;
    add(match, minutesOf(match[1], match[2], match[3]));
  }
  for (const match of text.matchAll(halfDay)) add(match, minutesOf(match[1], '0', match[2]));
  if (language !== 'en') {
    for (const match of text.matchAll(frenchClock)) {
      if (match[2] !== undefined || !match[0].includes('heure')) add(match, minutesOf(match[1], match[2], undefined));
      else if (isHourOfDay(text.slice(0, match.index))) add(match, minutesOf(match[1], '0', undefined));
    }
    for (const match of text.matchAll(frenchHour)) {
      if (isHourOfDay(text.slice(0, match.index))) add(match, frenchMinutes(match));
    }
  }
  if (language !== 'fr') for (const match of text.matchAll(bareHour)) add(match, hourOf(match[0]));
  for (const match of text.matchAll(named)) add(match, namedMinutes[match[0].toLowerCase()]);
  for (const match of text.matchAll(spoken)) add(match, spokenMinutes(match));
  return found;
}

function isMoney(text: string, match: RegExpMatchArray): boolean {
  return (
    /[£$€]\s?$/u.test(text.slice(0, match.index)) || /^\s?[£$€]/u.test(text.slice((match.index ?? 0) + match[0].length))
  );
}

/** `à 8 heures` is a time, `pendant 8 heures` a duration. */
function isHourOfDay(before: string): boolean {
  return /(?:à|vers|dès|avant|après|jusqu['’]à|de) $/iu.test(before);
}

function minutesOf(hours = '', minutes = '0', half: string | undefined): number | undefined {
  const hour = Number(hours);
  if (hour > 24) return undefined;
  const shift = half?.toLowerCase() === 'p' && hour < 12 ? 12 : half?.toLowerCase() === 'a' && hour === 12 ? -12 : 0;
  return (hour + shift) * 60 + Number(minutes);
}

function hourOf(word: string): number | undefined {
  const value = word.toLowerCase() === 'one' ? 1 : numberWord(word.toLowerCase(), 'en');
  return value === undefined ? undefined : value * 60;
}

function frenchMinutes([, word = '', part]: RegExpMatchArray): number | undefined {
  const value = word.toLowerCase() === 'une' ? 1 : numberWord(word.toLowerCase(), 'fr');
  const minutes = part === undefined ? 0 : /quart|quinze/i.test(part) ? 15 : 30;
  return value === undefined ? undefined : value * 60 + minutes;
}

function spokenMinutes([, part, side, word, hour]: RegExpMatchArray): number | undefined {
  const written = (word ?? hour ?? '').toLowerCase();
  const value = /^\d+$/.test(written) ? Number(written) : written === 'one' ? 1 : numberWord(written, 'en');
  if (value === undefined || value > 24) return undefined;
  const minutes = part?.toLowerCase() === 'half' ? 30 : part ? 15 : 0;
  return side?.toLowerCase() === 'to' ? value * 60 - minutes : value * 60 + minutes;
}
