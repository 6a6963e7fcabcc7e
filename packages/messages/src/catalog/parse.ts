import type { Catalog } from '../message-entry.ts';
import { inputFormMessages } from './input-form.ts';

/** A file or request that is no flow. */
export const parseMessages = {
  ...inputFormMessages,
  'flow-not-json': {
    title: { en: 'This is not JSON', fr: 'Ce n’est pas du JSON' },
    detail: {
      en: 'Line {line}, column {column}: {expected:word} is missing here[[, but "{found}" stands there]].',
      fr: 'Ligne {line}, colonne {column} : il manque ici {expected:word}[[, mais on y trouve "{found}"]].',
    },
    hint: {
      en: 'Look at this place, and at the end of the line before it.',
      fr: 'Regardez cet endroit, et la fin de la ligne précédente.',
    },
  },
  'flow-key-twice': {
    title: { en: 'A name stands twice', fr: 'Un nom figure deux fois' },
    detail: {
      en: 'Line {line}, column {column}: "{key}" stands here for the second time in the same place, and only one of the two would count.',
      fr: 'Ligne {line}, colonne {column} : "{key}" figure ici pour la deuxième fois au même endroit, et un seul des deux compterait.',
    },
    hint: { en: 'Rename one of them, or remove it.', fr: 'Renommez l’un des deux, ou retirez-le.' },
  },
  'flow-not-an-object': {
    title: { en: 'Not a flow', fr: 'Ce n’est pas un flux' },
    detail: {
      en: 'The file holds JSON, but no flow: a flow begins with { "jacquard": 1.',
      fr: 'Le fichier contient du JSON, mais pas un flux : un flux commence par { "jacquard": 1.',
    },
    hint: {
      en: 'Choose a file that was saved as a flow; its name mostly ends in .flow.json.',
      fr: 'Choisissez un fichier enregistré comme flux ; son nom finit souvent par .flow.json.',
    },
  },
  'flow-format-missing': {
    title: { en: 'Not a flow', fr: 'Ce n’est pas un flux' },
    detail: {
      en: 'The file doesn’t say that it is a flow: the key jacquard with the value 1 is missing at its beginning.',
      fr: 'Le fichier ne dit pas qu’il est un flux : la clé jacquard avec la valeur 1 manque à son début.',
    },
    hint: {
      en: 'Choose a file that was saved as a flow, or add the key if you wrote it by hand.',
      fr: "Choisissez un fichier enregistré comme flux, ou ajoutez la clé si vous l'avez écrit à la main.",
    },
  },
  'flow-format-newer': {
    title: { en: 'Written by a newer Jacquard', fr: 'Écrit par un Jacquard plus récent' },
    detail: {
      en: 'The flow is in format {format}; this version of Jacquard reads format 1.',
      fr: 'Le flux est au format {format} ; cette version de Jacquard lit le format 1.',
    },
    hint: { en: 'Update Jacquard, then open it again.', fr: 'Mettez Jacquard à jour, puis rouvrez-le.' },
  },
  'flow-too-large': {
    title: { en: 'The flow is too large', fr: 'Le flux est trop grand' },
    detail: {
      en: 'A flow may hold {most} values; this one holds more.',
      fr: 'Un flux peut contenir {most} valeurs ; celui-ci en contient davantage.',
    },
    hint: {
      en: 'Move data into files that the flow reads.',
      fr: 'Placez les données dans des fichiers que le flux lit.',
    },
  },
  'flow-too-deep': {
    title: { en: 'The flow is nested too deep', fr: 'Le flux est trop imbriqué' },
    detail: {
      en: 'Objects and lists may stand {most} deep in one another; these go deeper.',
      fr: 'Les objets et les listes peuvent être imbriqués sur {most} niveaux ; ceux-ci vont plus loin.',
    },
    hint: {
      en: 'Move a part of it into a flow of its own, and call that.',
      fr: 'Déplacez-en une partie dans un flux à part, et appelez celui-ci.',
    },
  },
  'flow-key-forbidden': {
    title: { en: 'A forbidden name', fr: 'Un nom interdit' },
    detail: { en: 'No key may be called {key}.', fr: 'Aucune clé ne peut s’appeler {key}.' },
    hint: { en: 'Give it another name.', fr: 'Donnez-lui un autre nom.' },
  },
  'flow-key-unknown': {
    title: { en: 'An unknown key', fr: 'Une clé inconnue' },
    detail: {
      en: 'At {place}, a flow has no key "{key}".[[ Did you mean "{near}"?]]',
      fr: 'À {place}, un flux n’a pas de clé "{key}".[[ Vouliez-vous dire "{near}" ?]]',
    },
    hint: { en: 'Correct it or remove it.', fr: 'Corrigez-la ou retirez-la.' },
  },
  'flow-key-missing': {
    title: { en: 'Something is missing', fr: 'Il manque quelque chose' },
    detail: { en: 'At {place}, the key "{key}" is missing.', fr: 'À {place}, la clé "{key}" manque.' },
    hint: { en: 'Add it.', fr: 'Ajoutez-la.' },
  },
  'flow-value-type': {
    title: { en: 'Another value is expected', fr: 'Une autre valeur est attendue' },
    detail: {
      en: 'At {place} there should be {expected:word}; there is {found:word}.',
      fr: 'À {place} il faut {expected:word} ; on y trouve {found:word}.',
    },
    hint: { en: 'Change the value at this place.', fr: 'Modifiez la valeur à cet endroit.' },
  },
  'flow-value-too-small': {
    title: { en: 'Too small or too short', fr: 'Trop petit ou trop court' },
    detail: { en: 'At {place} the least is {minimum}.', fr: 'À {place} le minimum est {minimum}.' },
    hint: { en: 'Put in a larger value.', fr: 'Indiquez une valeur plus grande.' },
  },
  'flow-value-too-large': {
    title: { en: 'Too large or too long', fr: 'Trop grand ou trop long' },
    detail: { en: 'At {place} the most is {maximum}.', fr: 'À {place} le maximum est {maximum}.' },
    hint: { en: 'Put in a smaller value.', fr: 'Indiquez une valeur plus petite.' },
  },
  'flow-value-not-an-option': {
    title: { en: 'Not one of the options', fr: 'Ne fait pas partie des choix' },
    detail: {
      en: 'At {place} stands {value}; possible are: {options}.',
      fr: 'À {place} se trouve {value} ; sont possibles : {options}.',
    },
    hint: { en: 'Write one of the options.', fr: 'Écrivez une des options.' },
  },
  'flow-value-wrong': {
    title: { en: 'Another value is expected', fr: 'Une autre valeur est attendue' },
    detail: {
      en: 'What stands at {place} ({found:word}) has no meaning there.',
      fr: 'Ce qui se trouve à {place} ({found:word}) n’y a pas de sens.',
    },
    hint: {
      en: 'Remove it, or compare with a flow that Jacquard has saved.',
      fr: 'Retirez-la, ou comparez avec un flux enregistré par Jacquard.',
    },
  },
  'flow-id-invalid': {
    title: { en: 'Not a possible name', fr: 'Un nom impossible' },
    detail: {
      en: '"{id}" ({place}) can’t be an id: ids begin with a small letter and hold small letters, digits and hyphens.',
      fr: '"{id}" ({place}) ne peut pas être un identifiant : un identifiant commence par une minuscule et contient des minuscules, des chiffres et des traits d’union.',
    },
    hint: { en: '"{near}" would do.', fr: '"{near}" conviendrait.' },
  },
  'flow-type-invalid': {
    title: { en: 'Not a possible node type', fr: 'Un type de nœud impossible' },
    detail: {
      en: '"{type}" ({place}) is no node type: they are written family.name.',
      fr: '"{type}" ({place}) n’est pas un type de nœud : on les écrit famille.nom.',
    },
    hint: {
      en: 'Look the type up among the nodes that can be added, and write it the same way.',
      fr: 'Cherchez le type parmi les nœuds à ajouter, et écrivez-le de la même façon.',
    },
  },
  'flow-port-name-invalid': {
    title: { en: 'Not a possible name', fr: 'Un nom impossible' },
    detail: {
      en: '"{name}" ({place}) can’t be the name of an input or output: they begin with a letter and hold letters without accents, digits, _ and hyphens.',
      fr: '"{name}" ({place}) ne peut pas nommer une entrée ou une sortie : ces noms commencent par une lettre et contiennent des lettres sans accent, des chiffres, _ et des traits d’union.',
    },
    hint: { en: '"{near}" would do.', fr: '"{near}" conviendrait.' },
  },
  'migration-failed': {
    title: { en: 'The flow can’t be brought up to date', fr: 'Le flux ne peut pas être mis à jour' },
    detail: {
      en: 'A node of type "{type}", written in version {version}, couldn’t be brought to today’s version. The file is unchanged.',
      fr: 'Un nœud de type "{type}", écrit dans la version {version}, n’a pas pu être amené à la version actuelle. Le fichier est inchangé.',
    },
    hint: {
      en: 'Add the node anew from the list of nodes and move its links over.',
      fr: 'Ajoutez à nouveau le nœud depuis la liste et reportez-y ses liens.',
    },
  },
} satisfies Catalog;
