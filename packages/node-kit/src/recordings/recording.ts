import { Problem } from '@jacquard/flow';
import { findNearest } from './find-nearest.ts';
import { keyOfPrompt, type RecordedAnswer, type RecordedModel, type RecordedPrompt } from './recorded-prompt.ts';

/** So many runs are remembered by how far they have read. */
const mostRuns = 256;

/** A prompt with its answers in order, and what was said of continuations. */
export interface RecordedEntry {
  readonly prompt: RecordedPrompt;
  readonly answers: readonly RecordedAnswer[];
  /** Log-probabilities by continuation. */
  readonly scores: ReadonlyMap<string, number>;
}

/** What a recording holds. */
export interface RecordedContent {
  readonly model: RecordedModel | undefined;
  readonly entries: readonly RecordedEntry[];
}

/** The place of an answer that is on its way. */
export interface AnswerSlot {
  /** Writes the answer down; resolves when it is kept. */
  keep(answer: RecordedAnswer): Promise<void>;
  /** Nothing came: the place is given up. Does nothing once it is kept. */
  drop(): void;
}

/**
 * Answers by prompt, in order. Each run reads from the beginning, and the runs don't disturb one another. Answers are taken and
 * places reserved when a call begins, so that their order is that of the calls, however they overlap.
 */
export interface Recording {
  readonly name: string;
  readonly content: RecordedContent;
  /** The next answer that this run hasn't had; undefined past the end, or where the prompt is unknown. */
  next(prompt: RecordedPrompt, run: string): RecordedAnswer | undefined;
  /** A place at the end, which the run has then read. `anew`: the run's first one replaces what is there. */
  reserve(prompt: RecordedPrompt, run: string, anew?: boolean): AnswerSlot;
  scores(prompt: RecordedPrompt): ReadonlyMap<string, number>;
  addScores(prompt: RecordedPrompt, scores: ReadonlyMap<string, number>): Promise<void>;
  describe(model: RecordedModel): void;
  /** Why there is no next answer: `recording-spent`, `recording-missing` with the nearest prompt, or `recording-empty`. */
  missing(prompt: RecordedPrompt): Problem;
}

/** A recording in memory; `keep` writes down what it holds after each change. */
export function createRecording(
  name: string,
  begun: RecordedContent,
  keep: (content: RecordedContent) => Promise<void> = async () => undefined,
): Recording {
  const entries = openEntries(begun.entries);
  const read = createReaders();
  let model = begun.model;
  const contentNow = (): RecordedContent => ({ model, entries: closedEntries(entries) });
  return {
    name,
    get content() {
      return contentNow();
    },
    next(prompt, run) {
      const places = read(run);
      const key = keyOfPrompt(prompt);
      const place = places.get(key) ?? 0;
      const answer = entries.get(key)?.slots[place]?.answer;
      if (answer !== undefined) places.set(key, place + 1);
      return answer;
    },
    reserve(prompt, run, anew = false) {
      const entry = entryOf(entries, prompt);
      return reserveIn(entry, { places: read(run), key: keyOfPrompt(prompt), anew, keep: () => keep(contentNow()) });
    },
    scores: (prompt) => entries.get(keyOfPrompt(prompt))?.scores ?? new Map(),
    async addScores(prompt, scores) {
      const entry = entryOf(entries, prompt);
      for (const [continuation, score] of scores) entry.scores.set(continuation, score);
      await keep(contentNow());
    },
    describe(described) {
      model = described;
    },
    missing: (prompt) => problemOf(name, prompt, closedEntries(entries)),
  };
}

interface Slot {
  answer: RecordedAnswer | undefined;
}

interface OpenEntry {
  readonly prompt: RecordedPrompt;
  slots: Slot[];
  readonly scores: Map<string, number>;
}

function openEntries(entries: readonly RecordedEntry[]): Map<string, OpenEntry> {
  const open = new Map<string, OpenEntry>();
  for (const { prompt, answers, scores } of entries) {
    const entry = entryOf(open, prompt);
    for (const answer of answers) entry.slots.push({ answer });
    for (const [continuation, score] of scores) entry.scores.set(continuation, score);
  }
  return open;
}

function closedEntries(entries: ReadonlyMap<string, OpenEntry>): readonly RecordedEntry[] {
  return [...entries.values()].map(({ prompt, slots, scores }) => ({
    prompt,
    answers: slots.flatMap(({ answer }) => answer ?? []),
    scores,
  }));
}

function entryOf(entries: Map<string, OpenEntry>, prompt: RecordedPrompt): OpenEntry {
  const key = keyOfPrompt(prompt);
  const entry = entries.get(key) ?? { prompt, slots: [], scores: new Map<string, number>() };
  entries.set(key, entry);
  return entry;
}

interface Reserving {
  /** How far the run has read, by prompt. */
  readonly places: Map<string, number>;
  readonly key: string;
  readonly anew: boolean;
  keep(): Promise<void>;
}

function reserveIn(entry: OpenEntry, { places, key, anew, keep }: Reserving): AnswerSlot {
  if (anew && !places.has(key)) entry.slots = [];
  const slot: Slot = { answer: undefined };
  entry.slots.push(slot);
  places.set(key, entry.slots.length);
  return {
    keep(answer) {
      slot.answer = answer;
      return keep();
    },
    drop() {
      if (slot.answer !== undefined) return;
      const place = entry.slots.indexOf(slot);
      if (place >= 0) entry.slots.splice(place, 1);
      places.set(key, Math.max(0, (places.get(key) ?? 0) - 1));
    },
  };
}

function problemOf(name: string, prompt: RecordedPrompt, entries: readonly RecordedEntry[]): Problem {
  const key = keyOfPrompt(prompt);
  const known = entries.find((entry) => keyOfPrompt(entry.prompt) === key);
  if (known !== undefined && known.answers.length > 0) {
    return new Problem('recording-spent', { name, answers: known.answers.length });
  }
  const others = entries.filter(({ answers, scores }) => answers.length > 0 || scores.size > 0);
  const nearest = findNearest(
    prompt,
    others.map((entry) => entry.prompt),
  );
  return nearest === undefined
    ? new Problem('recording-empty', { name })
    : new Problem('recording-missing', { name, prompts: others.length, ...nearest });
}

/** How far each run has read, by prompt; the runs that read longest ago are forgotten. */
function createReaders(): (run: string) => Map<string, number> {
  const runs = new Map<string, Map<string, number>>();
  return (run) => {
    const places = runs.get(run) ?? new Map<string, number>();
    runs.delete(run);
    runs.set(run, places);
    const oldest = runs.size > mostRuns ? runs.keys().next().value : undefined;
    if (oldest !== undefined) runs.delete(oldest);
    return places;
  };
}
