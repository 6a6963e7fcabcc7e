import type { Catalog } from '../message-entry.ts';

const recordNew = {
  en: 'Wire a model to it and choose "Replay, and record what is new".',
  fr: 'Reliez-y un modèle et choisissez "Rejouer, et enregistrer le nouveau".',
};

/** What recordings of models' answers can come to. */
export const recordingsMessages = {
  'recording-missing': {
    title: { en: 'Nothing recorded for this prompt', fr: 'Rien d’enregistré pour ce prompt' },
    detail: {
      en: 'The recording "{name}" has no answer to this prompt. The nearest of its prompts differs[[ in {settings}]][[: recorded "{recorded}"]][[, asked "{asked}"]].',
      fr: 'L’enregistrement "{name}" n’a pas de réponse à ce prompt. Le plus proche de ses prompts en diffère[[ par {settings}]][[ : enregistré "{recorded}"]][[, demandé "{asked}"]].',
    },
    hint: recordNew,
  },
  'recording-spent': {
    title: { en: 'No more answers recorded', fr: 'Plus de réponses enregistrées' },
    detail: {
      en: 'The recording "{name}" has {answers} {answers|answer|answers} to this prompt, and this run asked for one more.',
      fr: 'L’enregistrement "{name}" a {answers} {answers|réponse|réponses} à ce prompt, et cette exécution en a demandé une de plus.',
    },
    hint: recordNew,
  },
  'recording-empty': {
    title: { en: 'Nothing recorded yet', fr: 'Encore rien d’enregistré' },
    detail: {
      en: 'There is no answer in the recording "{name}".',
      fr: 'Il n’y a aucune réponse dans l’enregistrement "{name}".',
    },
    hint: recordNew,
  },
  'recording-without-model': {
    title: { en: 'No model to record', fr: 'Pas de modèle à enregistrer' },
    detail: {
      en: 'The recording "{name}" is to be made anew, and no model is wired to its node.',
      fr: 'L’enregistrement "{name}" doit être refait, et aucun modèle n’est relié à son nœud.',
    },
    hint: { en: 'Wire a chat model to it.', fr: 'Reliez-y un modèle de langage.' },
  },
  'recording-broken': {
    title: { en: 'A recording that can’t be read', fr: 'Un enregistrement illisible' },
    detail: {
      en: 'Line {line} of the recording "{name}" is not of its form: {fault}.',
      fr: 'La ligne {line} de l’enregistrement "{name}" n’est pas de la forme voulue : {fault}.',
    },
    hint: {
      en: 'Correct the line in the file, or delete the file and record anew.',
      fr: 'Corrigez la ligne dans le fichier, ou supprimez le fichier et réenregistrez.',
    },
  },
  'recording-too-large': {
    title: { en: 'The recording is too large', fr: 'L’enregistrement est trop gros' },
    detail: {
      en: 'The recording "{name}" would be larger than {most:bytes}.',
      fr: 'L’enregistrement "{name}" dépasserait {most:bytes}.',
    },
    hint: { en: 'Begin another one under a new name.', fr: 'Commencez-en un autre sous un nouveau nom.' },
  },
  'recording-name-unusable': {
    title: { en: 'Not a name for a recording', fr: 'Ce n’est pas un nom d’enregistrement' },
    detail: {
      en: '"{name}" can’t be the name of a recording.',
      fr: '"{name}" ne peut pas être le nom d’un enregistrement.',
    },
    hint: {
      en: 'Use letters, digits, spaces, points, hyphens and underscores, and begin with a letter or digit.',
      fr: 'Employez lettres, chiffres, espaces, points, tirets et soulignés, et commencez par une lettre ou un chiffre.',
    },
  },
} satisfies Catalog;
