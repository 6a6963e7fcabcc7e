import type { Catalog } from '../message-entry.ts';

/** Why a flow can't be written as a program of its own. */
export const codeExportMessages = {
  'code-node-closed': {
    title: { en: 'No code for this node', fr: 'Pas de code pour ce nœud' },
    detail: {
      en: 'A node of the type {type} needs Jacquard and can’t stand in a program of its own.',
      fr: 'Un nœud du type {type} a besoin de Jacquard et ne peut figurer dans un programme autonome.',
    },
    hint: {
      en: 'Replace it by simpler nodes, or call the flow through the API.',
      fr: 'Remplacez-le par des nœuds plus simples, ou appelez le flux par l’API.',
    },
  },
  'code-model-closed': {
    title: { en: 'No code for this model', fr: 'Pas de code pour ce modèle' },
    detail: {
      en: 'The model “{model}” ({type}) has no class in a program of its own.',
      fr: 'Le modèle « {model} » ({type}) n’a pas de classe dans un programme autonome.',
    },
    hint: {
      en: 'Use a chat model, an OpenAI model or an OpenAI-compatible model.',
      fr: 'Prenez un modèle de langage, un modèle OpenAI ou un modèle compatible OpenAI.',
    },
  },
  'code-setting-closed': {
    title: { en: 'No code for this setting', fr: 'Pas de code pour ce réglage' },
    detail: {
      en: 'The field “{setting}” has a value that a program of its own can’t have.',
      fr: 'Le champ « {setting} » a une valeur qu’un programme autonome ne peut avoir.',
    },
    hint: {
      en: 'Set it differently, or leave it at what it was.',
      fr: 'Réglez-le autrement, ou laissez-lui sa valeur de départ.',
    },
  },
  'code-output-closed': {
    title: { en: 'No code for this output', fr: 'Pas de code pour cette sortie' },
    detail: {
      en: 'The output “{output}” can’t be had in a program of its own.',
      fr: 'La sortie « {output} » ne peut exister dans un programme autonome.',
    },
    hint: {
      en: 'Leave the output unread, or call the flow through the API.',
      fr: 'Ne lisez pas cette sortie, ou appelez le flux par l’API.',
    },
  },
  'code-policy-closed': {
    title: { en: 'No code for what happens on errors', fr: 'Pas de code pour le traitement des erreurs' },
    detail: {
      en: 'The node says what happens when it fails or takes too long ({policy}); a program of its own simply fails.',
      fr: 'Le nœud dit ce qui se passe s’il échoue ou tarde ({policy}) ; un programme autonome échoue, simplement.',
    },
    hint: { en: 'Remove that, and export again.', fr: 'Retirez-le, puis exportez à nouveau.' },
  },
  'code-file-as-value': {
    title: { en: 'A file as a value', fr: 'Un fichier comme valeur' },
    detail: {
      en: 'In a program of its own a file can only be read, and nothing else made of it.',
      fr: 'Dans un programme autonome, un fichier peut seulement être lu ; rien d’autre ne peut en être fait.',
    },
    hint: {
      en: 'Put “Read a file” between the file and what uses it.',
      fr: 'Mettez « Lire un fichier » entre le fichier et ce qui s’en sert.',
    },
  },
  'code-file-closed': {
    title: { en: 'A file that can’t go along', fr: 'Un fichier qui ne peut accompagner' },
    detail: {
      en: 'The file {file} is missing, too large or no text in UTF-8, so it can’t lie beside the program.',
      fr: 'Le fichier {file} manque, est trop grand ou n’est pas un texte en UTF-8 : il ne peut accompagner le programme.',
    },
    hint: {
      en: 'Put the file back, save it as UTF-8, or let the file be an input without a default.',
      fr: 'Remettez le fichier, enregistrez-le en UTF-8, ou laissez l’entrée de fichier sans valeur par défaut.',
    },
  },
  'code-secret-as-value': {
    title: { en: 'A secret as a value', fr: 'Un secret comme valeur' },
    detail: {
      en: 'A secret goes to models alone; the node reads one.',
      fr: 'Un secret ne va qu’aux modèles ; ce nœud en lit un.',
    },
    hint: {
      en: 'Give the secret to a model, or call the flow through the API.',
      fr: 'Donnez le secret à un modèle, ou appelez le flux par l’API.',
    },
  },
  'code-setting-as-value': {
    title: { en: 'A setting of the space', fr: 'Un réglage de l’espace' },
    detail: {
      en: 'The setting “{setting}” holds neither a text nor a number, and can’t be an environment variable.',
      fr: 'Le réglage « {setting} » ne contient ni texte ni nombre, et ne peut être une variable d’environnement.',
    },
    hint: {
      en: 'Write the value into the node.',
      fr: 'Écrivez la valeur dans le nœud.',
    },
  },
  'code-history-in-sub-flow': {
    title: { en: 'A conversation within a sub-flow', fr: 'Une conversation dans un sous-flux' },
    detail: {
      en: 'In a program of its own the conversation so far is known to the flow alone, not to the flows that it calls.',
      fr: 'Dans un programme autonome, seul le flux connaît la conversation, pas les flux qu’il appelle.',
    },
    hint: {
      en: 'Move the node that reads the conversation into the flow itself, and give the sub-flow what it read.',
      fr: 'Déplacez dans le flux lui-même le nœud qui lit la conversation, et donnez au sous-flux ce qu’il a lu.',
    },
  },
} as const satisfies Catalog;
