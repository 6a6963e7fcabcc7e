import type { Catalog } from '../message-entry.ts';

/** An input of a node that is written in no form that inputs have. */
export const inputFormMessages = {
  'flow-reference-invalid': {
    title: { en: 'Not a possible link', fr: 'Un lien impossible' },
    detail: {
      en: '"{reference}" ({place}) leads nowhere: a link is written node.output, for instance question.text.',
      fr: '"{reference}" ({place}) ne mène nulle part : un lien s’écrit nœud.sortie, par exemple question.text.',
    },
    hint: {
      en: 'Write it as node.output, or draw the link on the canvas.',
      fr: 'Écrivez-la sous la forme nœud.sortie, ou tracez le lien sur le canevas.',
    },
  },
  'flow-setting-name-invalid': {
    title: { en: 'Not a possible name', fr: 'Un nom impossible' },
    detail: {
      en: '"{name}" ({place}) can’t name a secret or a setting: these names begin with a small letter and hold small letters, digits and hyphens.',
      fr: '"{name}" ({place}) ne peut pas nommer un secret ou un réglage : ces noms commencent par une minuscule et contiennent des minuscules, des chiffres et des traits d’union.',
    },
    hint: { en: 'Choose another name, such as my-key.', fr: 'Choisissez un autre nom, par exemple ma-cle.' },
  },
  'flow-input-not-json': {
    title: { en: 'Not a value', fr: 'Ce n’est pas une valeur' },
    detail: {
      en: 'At {place} stands {found:word}, which JSON can’t hold.',
      fr: 'À {place} se trouve {found:word}, que JSON ne sait pas écrire.',
    },
    hint: {
      en: 'Put a text, a number, true, false, null, a list or an object there.',
      fr: 'Mettez-y un texte, un nombre, true, false, null, une liste ou un objet.',
    },
  },
  'flow-input-unknown-form': {
    title: { en: 'An input in an unknown form', fr: 'Une entrée sous une forme inconnue' },
    detail: {
      en: 'At {place}, an object with these keys says nothing: {keys}.',
      fr: 'À {place}, un objet avec ces clés ne dit rien : {keys}.',
    },
    hint: {
      en: 'Write {"from": "node.output"} for a link, {"secret": "name"}, {"setting": "name"}, {"file": "path"}, {"lines": [ ]} for a text, or {"value": } around JSON that is meant as it is.',
      fr: 'Écrivez {"from": "nœud.sortie"} pour un lien, {"secret": "nom"}, {"setting": "nom"}, {"file": "chemin"}, {"lines": [ ]} pour un texte, ou {"value": } autour d’un JSON à prendre tel quel.',
    },
  },
  'flow-input-extra-keys': {
    title: { en: 'An input with too many keys', fr: 'Une entrée avec trop de clés' },
    detail: {
      en: 'At {place}, beside "{form}" nothing else may stand; there is: {keys}.',
      fr: 'À {place}, rien d’autre ne peut figurer à côté de "{form}" ; on y trouve : {keys}.',
    },
    hint: {
      en: 'Remove the other keys, or put JSON as it is under the key value.',
      fr: 'Retirez les autres clés, ou mettez du JSON tel quel sous la clé value.',
    },
  },
  'flow-input-form-invalid': {
    title: { en: 'An input in the wrong form', fr: 'Une entrée mal écrite' },
    detail: {
      en: 'At {place}, what stands behind "{form}" has the wrong form.',
      fr: 'À {place}, ce qui suit "{form}" n’a pas la bonne forme.',
    },
    hint: {
      en: 'A file is a path in a text, "lines" a list of texts, "value" any JSON.',
      fr: 'Un fichier est un chemin dans un texte, "lines" une liste de textes, "value" un JSON quelconque.',
    },
  },
} satisfies Catalog;
