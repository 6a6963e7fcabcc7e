import { defineStructure, list, text } from '@jacquard/node-kit';
import { defaultField } from './default-field.ts';
import { describeField } from './describe-field.ts';
import { exampleField } from './example-field.ts';
import { optionalField } from './optional-field.ts';

/** What a person writes in the chat panel: an input of the flow. */
export const chatInput = defineStructure({
  role: 'flow-input',
  type: 'io.chat-input',
  version: 1,
  title: { en: 'Chat input', fr: 'Question du chat' },
  summary: {
    en: 'What a person writes in the chat panel.',
    fr: 'Ce qu’une personne écrit dans le panneau de conversation.',
  },
  documentation: {
    en: 'Where a conversation enters the flow. Each message sent in the chat panel starts a run, and the message comes out here. Through the API, it is the input named after this node. Use a text input for a text that is not a conversation. Hint: one chat input and one chat output make a flow that can be talked to.',
    fr: 'L’entrée d’une conversation dans le flux. Chaque message envoyé dans le panneau de conversation lance une exécution, et le message sort ici. Par l’API, c’est l’entrée qui porte le nom de ce nœud. Pour un texte qui n’est pas une conversation, prenez une entrée de texte. Astuce : une question du chat et une réponse du chat suffisent pour parler à un flux.',
  },
  keywords: { en: 'question message user start conversation', fr: 'question message utilisateur début conversation' },
  isConversation: true,
  icon: 'message-square',
  inputs: {
    ...describeField,
    default: text({ ...defaultField, multiline: true, advanced: true }),
    suggestions: list(text({ label: { en: 'Question', fr: 'Question' } }), {
      label: { en: 'Questions to offer', fr: 'Questions proposées' },
      help: {
        en: 'One a line. An empty conversation offers them to click.',
        fr: 'Une par ligne. Une conversation vide les propose d’un clic.',
      },
      field: 'lines',
      fieldOnly: true,
      optional: true,
      advanced: true,
    }),
    example: text({ ...exampleField, multiline: true }),
    ...optionalField,
  },
  outputs: { text: text({ label: { en: 'Message', fr: 'Message' } }) },
  example: { inputs: {}, outputs: { text: 'What does the library charge for a late book?' } },
});
