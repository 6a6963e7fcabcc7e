import type { Descriptors, FlowDocument, Language } from '@jacquard/flow';
import { questionFlow } from '../../canvas/drop/question-flow.ts';
import type { GuideWords } from './guide-words.ts';
import { assembleFlow } from './assemble-flow.ts';
import { cleanNames } from './unique-names.ts';

/** What "Ask my documents" was told. */
export interface AskAnswers {
  /** Id of the knowledge base. */
  readonly base: string;
  /** Questions to offer in the chat. */
  readonly questions: readonly string[];
}

/** A flow that answers from a knowledge base, with what explains it. */
export function askFlow(
  { base, questions }: AskAnswers,
  descriptors: Descriptors,
  t: GuideWords,
  language: Language,
): FlowDocument {
  const titles = {
    question: t('canvas.drop-question'),
    search: t('canvas.drop-search'),
    reply: t('canvas.drop-reply'),
  };
  const { nodes = {}, layout } = questionFlow({ base, titles }, descriptors) ?? {};
  const suggestions = cleanNames(questions);
  const { question, ...others } = nodes;
  return assembleFlow(
    {
      name: t('guides.ask'),
      description: t('guides.ask-description'),
      language,
      nodes: {
        ...(question && { question: { ...question, ...(suggestions.length > 0 && { inputs: { suggestions } }) } }),
        ...others,
      },
      places: layout?.nodes ?? {},
      notes: [
        { x: 0, width: 290, text: t('guides.ask-note-question') },
        { x: 330, width: 290, text: t('guides.ask-note-search') },
        { x: 660, width: 290, text: t('guides.ask-note-answer') },
        { x: 990, width: 290, text: t('guides.ask-note-go-on') },
      ],
    },
    descriptors,
  );
}
