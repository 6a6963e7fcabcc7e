import { create } from 'zustand';
import type { PlacedFile } from '../knowledge/placed-file.ts';
import type { Column, Piece } from './flows/extract-flow.ts';
import type { Category } from './flows/sorting-node.ts';
import type { GuideId } from './guide-id.ts';

/** What a person has told each guide so far. It stays while the page is open, whatever they look at meanwhile. */
export interface GuideAnswers {
  readonly 'ask-my-documents': {
    readonly files: readonly PlacedFile[];
    readonly isSample: boolean;
    readonly question: string;
  };
  readonly 'sort-my-tickets': {
    readonly text: string;
    /** Undefined: the likeliest one. */
    readonly column: string | undefined;
    readonly categories: readonly Category[];
    readonly by: 'likeness' | 'model';
  };
  readonly 'extract-a-table': {
    readonly text: string;
    readonly file: File | undefined;
    readonly piece: Piece;
    readonly columns: readonly Column[];
  };
  readonly 'compare-two-prompts': {
    readonly texts: string;
    readonly piece: 'lines' | 'paragraphs';
    readonly prompts: readonly [string, string];
  };
}

/** The flow that a guide has made, from which answers, and whether its first run has begun. */
export interface MadeFlow {
  readonly flowId: string;
  readonly base?: string | undefined;
  readonly answers: GuideAnswers[GuideId];
  readonly language: string;
  readonly hasBegun: boolean;
}

interface GuideState {
  readonly answers: GuideAnswers;
  readonly made: Readonly<Partial<Record<GuideId, MadeFlow>>>;
  /** The flow on whose empty canvas a guide was begun. */
  readonly emptyFlow: string | undefined;
}

const noCategory: Category = { name: '', words: '' };

const empty: GuideAnswers = {
  'ask-my-documents': { files: [], isSample: false, question: '' },
  'sort-my-tickets': { text: '', column: undefined, categories: [noCategory, noCategory], by: 'likeness' },
  'extract-a-table': {
    text: '',
    file: undefined,
    piece: 'lines',
    columns: [{ name: '', kind: 'text' }],
  },
  'compare-two-prompts': { texts: '', piece: 'lines', prompts: ['', ''] },
};

/** See {@link GuideAnswers} and {@link MadeFlow}. */
export const useGuides = create<GuideState>()(() => ({ answers: empty, made: {}, emptyFlow: undefined }));

/** What was told to a guide, and how to tell more. */
export function useAnswers<Id extends GuideId>(
  id: Id,
): readonly [GuideAnswers[Id], (change: Partial<GuideAnswers[Id]>) => void] {
  const answers = useGuides((state) => state.answers[id]);
  const change = (part: Partial<GuideAnswers[Id]>): void =>
    useGuides.setState((state) => ({ answers: { ...state.answers, [id]: { ...state.answers[id], ...part } } }));
  return [answers, change];
}

/** Remembers what a guide has made. */
export function rememberMade(id: GuideId, made: MadeFlow): void {
  useGuides.setState((state) => ({ made: { ...state.made, [id]: made } }));
}

/** The flow is the person's own now: the guide begins anew and never writes over it. */
export function letGo(id: GuideId): void {
  useGuides.setState(({ made: { [id]: _gone, ...made }, answers }) => ({
    made,
    emptyFlow: undefined,
    answers: { ...answers, [id]: empty[id] },
  }));
}
