import type { Catalog } from '../message-entry.ts';

/** Where models are looked for, and files that aren't what they must be. */
export const modelSourceMessages = {
  'model-address-unclear': {
    title: { en: 'No model is named so', fr: 'Ce n’est pas le nom d’un modèle' },
    detail: {
      en: '“{text}” names no model.',
      fr: '« {text} » ne désigne aucun modèle.',
    },
    hint: {
      en: 'Write hf:owner/repository, hf:owner/repository:Q4_K_M, or the address (https://…) of a GGUF file.',
      fr: 'Écrivez hf:auteur/dépôt, hf:auteur/dépôt:Q4_K_M, ou l’adresse (https://…) d’un fichier GGUF.',
    },
  },
  'model-repository-unknown': {
    title: { en: 'No such repository', fr: 'Dépôt inconnu' },
    detail: {
      en: '{host} has no repository {repository}, or keeps it private.',
      fr: '{host} n’a pas de dépôt {repository}, ou le garde privé.',
    },
    hint: {
      en: 'Check how it is written. A private one needs a token in HF_TOKEN.',
      fr: 'Vérifiez l’orthographe. Un dépôt privé demande un jeton dans HF_TOKEN.',
    },
  },
  'model-repository-without-gguf': {
    title: { en: 'No GGUF file there', fr: 'Aucun fichier GGUF à cet endroit' },
    detail: {
      en: 'The repository {repository} holds no GGUF file of a model.',
      fr: 'Le dépôt {repository} ne contient aucun fichier GGUF d’un modèle.',
    },
    hint: {
      en: 'Look for a repository whose name ends in -GGUF: most models have one.',
      fr: 'Cherchez un dépôt dont le nom se termine par -GGUF : la plupart des modèles en ont un.',
    },
  },
  'model-quantisation-unknown': {
    title: { en: 'Not offered in this form', fr: 'Non proposé sous cette forme' },
    detail: {
      en: '{repository} has no {wanted}. It has: {offers}.',
      fr: '{repository} n’a pas de {wanted}. On y trouve : {offers}.',
    },
    hint: { en: 'Choose one of these.', fr: 'Choisissez l’une de ces formes.' },
  },
  'model-gated': {
    title: {
      en: 'The model’s terms must be accepted first',
      fr: 'Les conditions du modèle doivent d’abord être acceptées',
    },
    detail: {
      en: '{repository} is given only to those who have accepted its terms.',
      fr: '{repository} n’est donné qu’à ceux qui en ont accepté les conditions.',
    },
    hint: {
      en: 'Open {page}, sign in and accept them. Then make a token there (Settings, Access Tokens), set it as HF_TOKEN for Jacquard, and start it again.',
      fr: 'Ouvrez {page}, connectez-vous et acceptez-les. Créez-y ensuite un jeton (Settings, Access Tokens), donnez-le à Jacquard dans HF_TOKEN, et relancez-le.',
    },
  },
  'model-token-refused': {
    title: { en: 'The token doesn’t open this model', fr: 'Le jeton n’ouvre pas ce modèle' },
    detail: {
      en: '{repository} refused the token in HF_TOKEN.',
      fr: '{repository} a refusé le jeton de HF_TOKEN.',
    },
    hint: {
      en: 'Open {page} with the account that the token is of and accept the model’s terms; some publishers answer days later. A token that has run out must be made anew.',
      fr: 'Ouvrez {page} avec le compte de ce jeton et acceptez les conditions du modèle ; certains éditeurs répondent après quelques jours. Un jeton expiré est à refaire.',
    },
  },
  'model-size-unknown': {
    title: { en: 'The server doesn’t say how large the file is', fr: 'Le serveur ne dit pas la taille du fichier' },
    detail: {
      en: '{host} sends the file without its size, so that nobody could tell whether it came whole.',
      fr: '{host} envoie le fichier sans sa taille : rien ne dirait s’il est arrivé entier.',
    },
    hint: {
      en: 'Use another address, or download the file yourself and add it with “jacquard models add FILE”.',
      fr: 'Employez une autre adresse, ou téléchargez vous-même le fichier et ajoutez-le par « jacquard models add FICHIER ».',
    },
  },
  'model-file-hostile': {
    title: { en: 'This is no honest model file', fr: 'Ce n’est pas un fichier de modèle honnête' },
    detail: {
      en: 'The file states sizes and counts that no model has, or reading its description took too long. It was read no further.',
      fr: 'Le fichier annonce des tailles et des nombres qu’aucun modèle n’a, ou la lecture de sa description a trop duré. Il n’a pas été lu plus loin.',
    },
    hint: {
      en: 'Don’t use it. Fetch the model from its publisher.',
      fr: 'Ne l’employez pas. Prenez le modèle chez son éditeur.',
    },
  },
  'model-file-cut': {
    title: { en: 'The model’s file is cut short', fr: 'Le fichier du modèle est tronqué' },
    detail: {
      en: 'The file has {size:bytes}; by what it says of itself it must have at least {needed:bytes}.',
      fr: 'Le fichier a {size:bytes} ; d’après ce qu’il dit de lui-même, il doit en avoir au moins {needed:bytes}.',
    },
    hint: { en: 'Fetch it again, or copy it again.', fr: 'Téléchargez-le ou copiez-le de nouveau.' },
  },
  'model-part-missing': {
    title: { en: 'A file of the model is missing', fr: 'Un fichier du modèle manque' },
    detail: {
      en: 'There is no file {file}. A model in several files needs all of them in one folder.',
      fr: 'Le fichier {file} est absent. Un modèle en plusieurs fichiers les demande tous dans le même dossier.',
    },
    hint: { en: 'Put it beside the others.', fr: 'Placez-le à côté des autres.' },
  },
  'model-file-listed': {
    title: { en: 'It is there already', fr: 'Il y est déjà' },
    detail: {
      en: 'The file lies in the models folder ({folder}) and is listed.',
      fr: 'Le fichier se trouve dans le dossier des modèles ({folder}) et figure dans la liste.',
    },
    hint: { en: 'Choose it by its name.', fr: 'Choisissez-le par son nom.' },
  },
  'model-architecture-unknown': {
    title: { en: 'A kind of model that doesn’t run here', fr: 'Un type de modèle qui ne s’exécute pas ici' },
    detail: {
      en: 'The engine of this version doesn’t know the architecture “{architecture}”.',
      fr: 'Le moteur de cette version ne connaît pas l’architecture « {architecture} ».',
    },
    hint: {
      en: 'Choose another model; newer versions of Jacquard know more.',
      fr: 'Choisissez un autre modèle ; les versions plus récentes de Jacquard en connaissent davantage.',
    },
  },
} satisfies Catalog;
