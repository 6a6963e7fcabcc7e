import type { Catalog } from '../message-entry.ts';
import { checkInputMessages } from './check-input.ts';
import { checkReferenceMessages } from './check-reference.ts';

/** What is wrong with the nodes of a flow. */
export const checkMessages = {
  ...checkInputMessages,
  ...checkReferenceMessages,
  'flow-empty': {
    title: { en: 'An empty flow', fr: 'Un flux vide' },
    detail: { en: 'This flow has no nodes yet.', fr: 'Ce flux n’a pas encore de nœuds.' },
    hint: {
      en: 'Drag one from the list, or begin with an example.',
      fr: 'Glissez-en un depuis la liste, ou partez d’un exemple.',
    },
  },
  'node-id-twice': {
    title: { en: 'Two nodes with one name', fr: 'Deux nœuds du même nom' },
    detail: {
      en: 'Another node of this flow, in a loop perhaps, has the id "{id}", too. Ids are unique in the whole flow.',
      fr: 'Un autre nœud de ce flux, peut-être dans une boucle, a aussi l’identifiant "{id}". Les identifiants sont uniques dans tout le flux.',
    },
    hint: { en: 'Rename one of them.', fr: 'Renommez l’un des deux.' },
  },
  'node-type-unknown': {
    title: { en: 'Unknown type of node', fr: 'Type de nœud inconnu' },
    detail: {
      en: 'There is no node type "{type}" here.[[ Did you mean "{near}"?]]',
      fr: 'Il n’y a pas ici de type de nœud "{type}".[[ Vouliez-vous dire "{near}" ?]]',
    },
    hint: {
      en: 'Correct the type, install what brings it, or remove the node. It stays in the file until you do.',
      fr: 'Corrigez le type, installez ce qui l’apporte, ou retirez le nœud. Il reste dans le fichier en attendant.',
    },
  },
  'node-type-newer': {
    title: { en: 'Written by a newer Jacquard', fr: 'Écrit par un Jacquard plus récent' },
    detail: {
      en: 'This node was written for version {written} of "{type}"; here is version {known}.',
      fr: 'Ce nœud a été écrit pour la version {written} de "{type}" ; on a ici la version {known}.',
    },
    hint: { en: 'Update Jacquard.', fr: 'Mettez Jacquard à jour.' },
  },
  'node-part-misplaced': {
    title: { en: 'Something that this node doesn’t have', fr: 'Quelque chose que ce nœud n’a pas' },
    detail: { en: 'Nodes of this type have no "{part}".', fr: 'Les nœuds de ce type n’ont pas de "{part}".' },
    hint: { en: 'Remove it.', fr: 'Retirez-le.' },
  },
  'interface-in-scope': {
    title: { en: 'An input or output inside a loop', fr: 'Une entrée ou une sortie dans une boucle' },
    detail: {
      en: 'Inputs and outputs of the flow can’t stand inside "{scope}".',
      fr: 'Les entrées et les sorties du flux ne peuvent pas se trouver dans "{scope}".',
    },
    hint: { en: 'Move it out, and link it from there.', fr: 'Sortez-le, et reliez-le de l’extérieur.' },
  },
  'scope-without-nodes': {
    title: { en: 'Nothing inside', fr: 'Rien à l’intérieur' },
    detail: {
      en: 'This loop holds no nodes that it could repeat.',
      fr: 'Cette boucle ne contient aucun nœud à répéter.',
    },
    hint: { en: 'Drag nodes into it.', fr: 'Glissez-y des nœuds.' },
  },
  'scope-empty': {
    title: { en: 'Nothing inside', fr: 'Rien à l’intérieur' },
    detail: { en: 'There are no nodes inside yet.', fr: 'Il n’y a pas encore de nœuds à l’intérieur.' },
    hint: { en: 'Drag nodes into it.', fr: 'Glissez-y des nœuds.' },
  },
  'repeat-without-until': {
    title: { en: 'A loop without an end', fr: 'Une boucle sans fin' },
    detail: {
      en: 'Nothing says when this loop is done.',
      fr: 'Rien ne dit quand cette boucle est terminée.',
    },
    hint: {
      en: 'Link a yes-or-no output of an inner node to "until".',
      fr: 'Reliez une sortie oui-ou-non d’un nœud intérieur à "until".',
    },
  },
  'repeat-without-state': {
    title: { en: 'Every turn is the same', fr: 'Chaque tour est le même' },
    detail: {
      en: 'This loop carries nothing from one turn to the next.',
      fr: 'Cette boucle ne transmet rien d’un tour au suivant.',
    },
    hint: {
      en: 'Give it a variable with a first value and the next one.',
      fr: 'Donnez-lui une variable avec une première valeur et la suivante.',
    },
  },
  'scope-output-outside': {
    title: { en: 'An output from outside', fr: 'Une sortie venue de l’extérieur' },
    detail: {
      en: 'The output "{output}" reads {from}, which stands outside of this node.',
      fr: 'La sortie "{output}" lit {from}, qui se trouve hors de ce nœud.',
    },
    hint: { en: 'Take an output of a node inside.', fr: 'Prenez une sortie d’un nœud intérieur.' },
  },
  'scope-name-twice': {
    title: { en: 'One name for two things', fr: 'Un nom pour deux choses' },
    detail: {
      en: 'Two ports of this node are called "{name}": what its inner nodes read and what it gives need different names.',
      fr: 'Deux ports de ce nœud s’appellent "{name}" : ce que lisent ses nœuds intérieurs et ce qu’il donne doivent porter des noms différents.',
    },
    hint: { en: 'Rename one of them.', fr: 'Renommez l’un des deux.' },
  },
  'flow-cycle': {
    title: { en: 'The links go round in a circle', fr: 'Les liens tournent en rond' },
    detail: {
      en: 'Each of these nodes waits for the one before it: {path:path}.',
      fr: 'Chacun de ces nœuds attend le précédent : {path:path}.',
    },
    hint: {
      en: 'Remove one of these links. To repeat something, take "Repeat until".',
      fr: 'Retirez l’un de ces liens. Pour répéter, prenez "Répéter jusqu’à".',
    },
  },
  'sub-flow-missing': {
    title: { en: 'No flow chosen', fr: 'Aucun flux choisi' },
    detail: {
      en: 'This node runs another flow, and none is chosen yet.',
      fr: 'Ce nœud exécute un autre flux, et aucun n’est encore choisi.',
    },
    hint: {
      en: 'Choose one of your flows, or open it and put nodes inside.',
      fr: 'Choisissez un de vos flux, ou ouvrez-le et placez-y des nœuds.',
    },
  },
  'sub-flow-unknown': {
    title: { en: 'Unknown flow', fr: 'Flux inconnu' },
    detail: { en: 'There is no flow "{flow}" here.', fr: 'Il n’y a pas de flux "{flow}" ici.' },
    hint: { en: 'Choose one of your flows.', fr: 'Choisissez un de vos flux.' },
  },
  'sub-flow-cycle': {
    title: { en: 'Flows that hold one another', fr: 'Des flux qui se contiennent l’un l’autre' },
    detail: {
      en: 'A flow can’t run itself, nor by way of others: {path:path}.',
      fr: 'Un flux ne peut pas s’exécuter lui-même, même en passant par d’autres : {path:path}.',
    },
    hint: { en: 'Choose another flow here.', fr: 'Choisissez ici un autre flux.' },
  },
} satisfies Catalog;
