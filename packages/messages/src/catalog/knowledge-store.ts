import type { Catalog } from '../message-entry.ts';

/** Knowledge bases as files beside their documents. */
export const knowledgeStoreMessages = {
  'knowledge-not-found': {
    title: { en: 'No such knowledge base', fr: 'Base documentaire introuvable' },
    detail: { en: 'There is no knowledge base "{id}".', fr: 'Il n\'y a pas de base documentaire "{id}".' },
    hint: {
      en: 'It may have been deleted or renamed: choose one that is there.',
      fr: 'Elle a peut-être été supprimée ou renommée : choisissez-en une qui existe.',
    },
  },
  'knowledge-changed': {
    title: { en: 'Changed elsewhere', fr: 'Modifiée ailleurs' },
    detail: {
      en: 'The settings of the knowledge base "{id}" were changed elsewhere since you opened them. Nothing was overwritten.',
      fr: 'Les réglages de la base documentaire "{id}" ont été modifiés ailleurs depuis que vous les avez ouverts. Rien n\'a été écrasé.',
    },
    hint: {
      en: 'Look at the settings as they are now, then make your change again.',
      fr: "Regardez les réglages tels qu'ils sont à présent, puis refaites votre modification.",
    },
  },
  'knowledge-exists': {
    title: { en: 'Name already taken', fr: 'Nom déjà pris' },
    detail: {
      en: 'There is already a knowledge base "{id}".',
      fr: 'Il y a déjà une base documentaire "{id}".',
    },
    hint: { en: 'Choose another name.', fr: 'Choisissez un autre nom.' },
  },
  'knowledge-name-unusable': {
    title: { en: 'Not a possible name', fr: 'Un nom impossible' },
    detail: {
      en: '"{id}" can\'t name a knowledge base: such names hold small letters, digits and hyphens, and begin with a letter.',
      fr: '"{id}" ne peut pas nommer une base documentaire : un tel nom contient des minuscules sans accent, des chiffres et des traits d\'union, et commence par une lettre.',
    },
    hint: { en: 'Choose another name.', fr: 'Choisissez un autre nom.' },
  },
  'knowledge-file-name': {
    title: { en: 'Not a possible name', fr: 'Un nom impossible' },
    detail: {
      en: "The name of the file {file} can't be that of a knowledge base: small letters, digits and hyphens, beginning with a letter.",
      fr: "Le nom du fichier {file} ne peut pas être celui d'une base documentaire : des minuscules sans accent, des chiffres et des traits d'union, en commençant par une lettre.",
    },
    hint: { en: 'Rename the file.', fr: 'Renommez le fichier.' },
  },
  'knowledge-file-not-json': {
    title: { en: 'The file is damaged', fr: 'Le fichier est abîmé' },
    detail: {
      en: 'The file {file} is no JSON from line {line}, column {column} on.',
      fr: "Le fichier {file} n'est plus du JSON à partir de la ligne {line}, colonne {column}.",
    },
    hint: { en: 'Mend the file, or restore it with Git.', fr: 'Réparez le fichier, ou rétablissez-le avec Git.' },
  },
  'knowledge-file-invalid': {
    title: { en: 'Not a knowledge base', fr: "Ce n'est pas une base documentaire" },
    detail: {
      en: "The file {file} can't be read as a knowledge base[[: what stands under {field} doesn't fit]].",
      fr: "Le fichier {file} n'est pas lisible comme base documentaire[[ : ce qui est sous {field} ne convient pas]].",
    },
    hint: {
      en: 'Patterns of documents name files beside it: no "..", no hidden files, no full paths.',
      fr: 'Les motifs de documents désignent des fichiers à côté de lui : ni "..", ni fichiers cachés, ni chemins complets.',
    },
  },
  'knowledge-file-outside': {
    title: { en: 'The path leads elsewhere', fr: 'Le chemin mène ailleurs' },
    detail: {
      en: '{file} leads by a link to a place outside of the folder. Such links are not followed.',
      fr: '{file} mène par un lien à un endroit hors du dossier. De tels liens ne sont pas suivis.',
    },
    hint: { en: 'Put the file itself into the folder.', fr: 'Placez le fichier lui-même dans le dossier.' },
  },
  'knowledge-file-not-a-file': {
    title: { en: 'Not a file', fr: "Ce n'est pas un fichier" },
    detail: {
      en: '{file} is named like a knowledge base but is no ordinary file.',
      fr: "{file} porte le nom d'une base documentaire mais n'est pas un fichier ordinaire.",
    },
    hint: { en: 'Rename or remove it.', fr: 'Renommez-le ou retirez-le.' },
  },
  'knowledge-file-too-large': {
    title: { en: 'The file is too large', fr: 'Le fichier est trop grand' },
    detail: {
      en: 'The file {file} is larger than {maxBytes:bytes}, the most that the settings of a knowledge base may take.',
      fr: "Le fichier {file} dépasse {maxBytes:bytes}, le maximum pour les réglages d'une base documentaire.",
    },
    hint: {
      en: 'Name folders with a pattern such as documents/* instead of each file.',
      fr: 'Désignez des dossiers par un motif comme documents/* plutôt que chaque fichier.',
    },
  },
  'knowledge-file-unreadable': {
    title: { en: "The file can't be read", fr: 'Le fichier est illisible' },
    detail: { en: "The file {file} can't be read: {reason}.", fr: 'Le fichier {file} est illisible : {reason}.' },
    hint: { en: 'Check who may read it.', fr: 'Vérifiez les droits de lecture.' },
  },
  'knowledge-file-unmatched': {
    title: { en: 'The base takes no such file', fr: 'La base ne prend pas ce fichier' },
    detail: {
      en: 'The settings of this knowledge base take {patterns}; {file} is none of these.',
      fr: "Les réglages de cette base documentaire prennent {patterns} ; {file} n'en fait pas partie.",
    },
    hint: {
      en: 'Add a pattern for it to the settings, or convert the file.',
      fr: 'Ajoutez un motif pour lui dans les réglages, ou convertissez le fichier.',
    },
  },
} satisfies Catalog;
