import { boolean, choice, composeText, defineNode, text } from '@jacquard/node-kit';
import { formats, instructionPatterns, lengths } from './instruction-patterns.ts';
import { instructionsCode } from './code/instructions-code.ts';

/** Puts the usual patterns of instructions together (White et al. 2023, “A Prompt Pattern Catalog to Enhance Prompt Engineering with ChatGPT”). */
export const instructions = defineNode({
  type: 'prompts.instructions',
  version: 1,
  title: { en: 'Instructions', fr: 'Consignes' },
  summary: {
    en: 'Builds a prompt of a task and choices: who answers, for whom, in what form, how long.',
    fr: 'Compose un prompt à partir d’une tâche et de choix : qui répond, pour qui, sous quelle forme, en quelle longueur.',
  },
  documentation: {
    en: 'After the pattern catalog of White et al. 2023. Write the task and choose; the prompt is shown above the fields while you type, before anything runs. What you leave empty says nothing in the prompt. A persona sets tone and vocabulary, not knowledge; the audience mostly does more for a text than any other pattern; “Ask me first” turns the model round: it asks you, and answers when it knows enough, so it belongs into a chat that remembers. It costs no call of a model. A small model follows one or two such sentences and drops the rest: with the starter model choose one. Hint: connect the prompt to “Chat”, and compare two versions with “Keep this value”.',
    fr: 'D’après le catalogue de White et al. 2023. Écrivez la tâche et choisissez ; le prompt se montre au-dessus des champs pendant que vous tapez, avant toute exécution. Ce que vous laissez vide ne dit rien dans le prompt. Un personnage donne un ton et un vocabulaire, pas un savoir ; le public fait le plus souvent davantage pour un texte que tout autre choix ; « Interrogez-moi d’abord » renverse les rôles : le modèle vous interroge, puis répond quand il en sait assez, et a donc sa place dans une conversation qui se souvient. Cela ne coûte aucun appel au modèle. Un petit modèle suit une ou deux de ces phrases et oublie les autres : avec le modèle de départ, n’en choisissez qu’une. Astuce : reliez le prompt à « Conversation », et comparez deux versions en conservant les valeurs.',
  },
  keywords: {
    en: 'pattern persona role audience format length tone ask me first prompt builder',
    fr: 'patron persona rôle public format longueur ton interroger composer prompt',
  },
  icon: 'pencil-ruler',
  inputs: {
    task: text({ label: { en: 'Task', fr: 'Tâche' }, multiline: true }),
    persona: text({
      label: { en: 'Persona', fr: 'Personnage' },
      help: { en: 'Who the model is.', fr: 'Qui est le modèle.' },
      placeholder: { en: 'a patient teacher', fr: 'un professeur patient' },
      optional: true,
    }),
    audience: text({
      label: { en: 'Audience', fr: 'Public' },
      help: { en: 'Whom the answer is for.', fr: 'À qui s’adresse la réponse.' },
      placeholder: { en: 'new colleagues', fr: 'de nouveaux collègues' },
      optional: true,
    }),
    format: choice(formats, { label: { en: 'Format', fr: 'Forme' }, default: 'any', fieldOnly: true }),
    length: choice(lengths, { label: { en: 'Length', fr: 'Longueur' }, default: 'any', fieldOnly: true }),
    avoid: text({
      label: { en: 'Leave out', fr: 'Laisser de côté' },
      placeholder: { en: 'technical terms', fr: 'les termes techniques' },
      optional: true,
      advanced: true,
    }),
    asksFirst: boolean({
      label: { en: 'Ask me first', fr: 'Interrogez-moi d’abord' },
      help: {
        en: 'The model asks what it needs to know before it answers.',
        fr: 'Le modèle demande ce qu’il lui faut savoir avant de répondre.',
      },
      default: false,
      fieldOnly: true,
    }),
    language: choice(
      { en: { en: 'English', fr: 'anglais' }, fr: { en: 'French', fr: 'français' } },
      {
        label: { en: 'Language of the sentences', fr: 'Langue des phrases' },
        default: 'en',
        fieldOnly: true,
        advanced: true,
      },
    ),
  },
  outputs: { prompt: text({ label: { en: 'Prompt', fr: 'Prompt' } }) },
  composes: instructionPatterns,
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: instructionsCode,
  example: {
    inputs: { task: 'Explain what a heddle does.', persona: 'a weaver', format: 'bullets', length: 'short' },
    outputs: {
      prompt:
        'You are a weaver.\n\nExplain what a heddle does.\n\nAnswer in bullet points. Use three sentences at most.',
    },
  },
  run: async ({ inputs }) => ({ prompt: composeText(instructionPatterns, inputs) }),
});
