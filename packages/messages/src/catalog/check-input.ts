import type { Catalog } from '../message-entry.ts';

/** What is wrong with an input of a node. */
export const checkInputMessages = {
  'input-missing': {
    title: { en: 'An input is empty', fr: 'Une entrée est vide' },
    detail: { en: '"{label:words}" is needed here.', fr: '"{label:words}" est nécessaire ici.' },
    hint: { en: 'Fill it in, or link it to an output.', fr: 'Remplissez-la, ou reliez-la à une sortie.' },
  },
  'input-one-of-missing': {
    title: { en: 'An input is empty', fr: 'Une entrée est vide' },
    detail: {
      en: '"{first:words}"[[ or "{second:words}"]] is needed here.',
      fr: '"{first:words}"[[ ou "{second:words}"]] est nécessaire ici.',
    },
    hint: { en: 'Fill one in, or link it to an output.', fr: 'Remplissez-en une, ou reliez-la à une sortie.' },
  },
  'input-unknown': {
    title: { en: 'An unknown input', fr: 'Une entrée inconnue' },
    detail: {
      en: 'This node has no input "{input}".[[ Did you mean "{near}"?]]',
      fr: 'Ce nœud n’a pas d’entrée "{input}".[[ Vouliez-vous dire "{near}" ?]]',
    },
    hint: { en: 'Remove it, or correct its name.', fr: 'Retirez-la, ou corrigez son nom.' },
  },
  'input-list-refused': {
    title: { en: 'One value, not several', fr: 'Une valeur, pas plusieurs' },
    detail: {
      en: '"{input}" takes one value ({kind:kind}), and a list is given.',
      fr: '"{input}" attend une seule valeur ({kind:kind}), et une liste est donnée.',
    },
    hint: {
      en: 'Keep one of the values, or join them with a node before it.',
      fr: 'Gardez une seule valeur, ou réunissez-les avec un nœud placé avant.',
    },
  },
  'input-needs-wire': {
    title: { en: 'This input wants a link', fr: 'Cette entrée attend un lien' },
    detail: {
      en: '"{input}" ({kind:kind}) can’t be written; it comes from another node.',
      fr: '"{input}" ({kind:kind}) ne s’écrit pas : cela vient d’un autre nœud.',
    },
    hint: { en: 'Link it to an output of that kind.', fr: 'Reliez-la à une sortie de cette sorte.' },
  },
  'input-not-wirable': {
    title: { en: 'This input can’t be linked', fr: 'Cette entrée ne se relie pas' },
    detail: {
      en: '"{input}" is filled in on the node itself; {from} can’t feed it.',
      fr: '"{input}" se remplit sur le nœud ; {from} ne peut pas l’alimenter.',
    },
    hint: { en: 'Remove the link and fill in the field.', fr: 'Retirez le lien et remplissez le champ.' },
  },
  'input-wrong-kind': {
    title: { en: 'A value of the wrong kind', fr: 'Une valeur de la mauvaise sorte' },
    detail: {
      en: '"{input}" takes {expected:kind}; it holds {found:word}.',
      fr: '"{input}" attend : {expected:kind}. Elle contient {found:word}.',
    },
    hint: { en: 'Fill in the field anew.', fr: 'Remplissez à nouveau le champ.' },
  },
  'input-off-schema': {
    title: { en: 'JSON of another form', fr: 'Un JSON d’une autre forme' },
    detail: {
      en: 'The JSON in "{input}" doesn’t follow the schema at {place} ({keyword}).',
      fr: 'Le JSON de "{input}" ne suit pas le schéma à {place} ({keyword}).',
    },
    hint: {
      en: 'Change the JSON there, or link a node that gives this form.',
      fr: 'Modifiez le JSON à cet endroit, ou reliez un nœud qui donne cette forme.',
    },
  },
  'input-not-an-option': {
    title: { en: 'Not one of the options', fr: 'Ne fait pas partie des choix' },
    detail: {
      en: '"{value}" is not one of the options of "{input}": {options}.[[ Did you mean "{near}"?]]',
      fr: '"{value}" ne fait pas partie des choix de "{input}" : {options}.[[ Vouliez-vous dire "{near}" ?]]',
    },
    hint: { en: 'Choose one of the options.', fr: 'Choisissez une des options.' },
  },
  'input-too-small': {
    title: { en: 'The number is too small', fr: 'Le nombre est trop petit' },
    detail: { en: '"{input}" is {value}; the least is {min}.', fr: '"{input}" vaut {value} ; le minimum est {min}.' },
    hint: { en: 'Put in {min} or more.', fr: 'Indiquez au moins {min}.' },
  },
  'input-too-large': {
    title: { en: 'The number is too large', fr: 'Le nombre est trop grand' },
    detail: { en: '"{input}" is {value}; the most is {max}.', fr: '"{input}" vaut {value} ; le maximum est {max}.' },
    hint: { en: 'Put in {max} or less.', fr: 'Indiquez au plus {max}.' },
  },
  'input-not-whole': {
    title: { en: 'A whole number is wanted', fr: 'Il faut un nombre entier' },
    detail: { en: '"{input}" is {value}.', fr: '"{input}" vaut {value}.' },
    hint: { en: 'Leave out what stands behind the decimal point.', fr: 'Retirez ce qui suit la virgule.' },
  },
  'input-decides-ports': {
    title: { en: 'This input decides the others', fr: 'Cette entrée décide des autres' },
    detail: {
      en: '"{input}" decides which inputs and outputs the node has, so it can’t come from the setting "{setting}".',
      fr: '"{input}" décide des entrées et des sorties du nœud, et ne peut donc pas venir du réglage "{setting}".',
    },
    hint: { en: 'Write its value into the flow.', fr: 'Écrivez sa valeur dans le flux.' },
  },
  'input-needs-secret': {
    title: { en: 'The name of a secret is wanted', fr: 'Il faut le nom d’un secret' },
    detail: {
      en: '"{input}" holds the name of a secret, never its text: small letters, digits and hyphens.',
      fr: '"{input}" contient le nom d’un secret, jamais son texte : des minuscules, des chiffres et des traits d’union.',
    },
    hint: {
      en: 'Store the secret under a name, and choose it here. If its text was written here, take it for known and replace it.',
      fr: 'Enregistrez le secret sous un nom, et choisissez-le ici. Si son texte a été écrit ici, considérez-le comme connu et remplacez-le.',
    },
  },
  'secret-not-taken': {
    title: { en: 'A secret can’t go here', fr: 'Un secret ne peut pas aller ici' },
    detail: {
      en: '"{input}" would show the secret "{secret}"; secrets only go into inputs made for them.',
      fr: '"{input}" montrerait le secret "{secret}" ; les secrets ne vont que dans les entrées prévues pour eux.',
    },
    hint: {
      en: "Name the secret in a field for secrets, such as the key of a model's provider.",
      fr: "Indiquez le secret dans un champ prévu pour cela, comme la clé du fournisseur d'un modèle.",
    },
  },
  'secret-unknown': {
    title: { en: 'Unknown secret', fr: 'Secret inconnu' },
    detail: {
      en: 'There is no secret "{secret}" on this installation yet.',
      fr: 'Il n’y a pas encore de secret "{secret}" sur cette installation.',
    },
    hint: { en: 'Add it before you run the flow.', fr: 'Ajoutez-le avant d’exécuter le flux.' },
  },
  'file-unknown': {
    title: { en: 'The file is not there', fr: 'Le fichier n’est pas là' },
    detail: {
      en: '"{input}" names the file {file}, which isn’t there.',
      fr: '"{input}" nomme le fichier {file}, qui n’est pas là.',
    },
    hint: { en: 'Put it there, or choose another file.', fr: 'Placez-le, ou choisissez un autre fichier.' },
  },
} satisfies Catalog;
