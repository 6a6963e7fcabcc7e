import type { Catalog } from '../message-entry.ts';

const tryAgain = {
  en: 'Update the graphics driver, then try again.',
  fr: 'Mettez à jour le pilote graphique, puis réessayez.',
} as const;

/** Engines for graphics processors. */
export const engineMessages = {
  'engine-not-for-machine': {
    title: { en: 'No such engine', fr: 'Moteur inexistant' },
    detail: {
      en: 'There is no {engine:word} engine for this kind of computer.',
      fr: 'Il n’existe pas de moteur {engine:word} pour ce type d’ordinateur.',
    },
    hint: { en: 'Choose another engine, or the processor.', fr: 'Choisissez un autre moteur, ou le processeur.' },
  },
  'engine-no-graphics': {
    title: { en: 'No graphics processor', fr: 'Pas de processeur graphique' },
    detail: {
      en: 'No graphics processor that models could run on was found here.',
      fr: 'Aucun processeur graphique capable d’exécuter des modèles n’a été trouvé ici.',
    },
    hint: {
      en: 'Install its driver, then try again; or name an engine: "jacquard models engine install vulkan".',
      fr: 'Installez son pilote, puis réessayez ; ou nommez un moteur : "jacquard models engine install vulkan".',
    },
  },
  'engine-not-in-registry': {
    title: { en: 'The engine could not be fetched', fr: 'Le moteur n’a pas pu être reçu' },
    detail: {
      en: 'The package registry that npm uses here doesn’t have the engine for this version.',
      fr: 'Le registre de paquets que npm utilise ici n’a pas le moteur pour cette version.',
    },
    hint: {
      en: 'Set another registry for npm ("npm config set registry"), then try again.',
      fr: 'Indiquez un autre registre à npm ("npm config set registry"), puis réessayez.',
    },
  },
  'engine-npm-missing': {
    title: { en: 'npm was not found', fr: 'npm est introuvable' },
    detail: {
      en: 'Engines are fetched by npm, which was not found.',
      fr: 'Les moteurs sont reçus par npm, introuvable ici.',
    },
    hint: {
      en: 'npm comes with Node: install Node, then try again.',
      fr: 'npm accompagne Node : installez Node, puis réessayez.',
    },
  },
  'engine-fetch-failed': {
    title: { en: 'The engine could not be fetched', fr: 'Le moteur n’a pas pu être reçu' },
    detail: { en: 'npm could not fetch the engine: {reason}.', fr: 'npm n’a pas pu recevoir le moteur : {reason}.' },
    hint: {
      en: 'Check the connection and npm’s registry, then try again.',
      fr: 'Vérifiez la connexion et le registre de npm, puis réessayez.',
    },
  },
  'engine-network-off': {
    title: { en: 'The network is off', fr: 'Le réseau est coupé' },
    detail: {
      en: 'JACQUARD_NETWORK doesn’t let the engine be fetched[[ from {host}]].',
      fr: 'JACQUARD_NETWORK ne permet pas de recevoir le moteur[[ depuis {host}]].',
    },
    hint: {
      en: 'Whoever runs Jacquard can name npm’s registry in JACQUARD_NETWORK.',
      fr: 'La personne qui exploite Jacquard peut nommer le registre de npm dans JACQUARD_NETWORK.',
    },
  },
  'engine-busy': {
    title: { en: 'Another engine is being fetched', fr: 'Un autre moteur est en cours de réception' },
    detail: {
      en: 'The {engine:word} engine is being fetched or tried.',
      fr: 'Le moteur {engine:word} est en cours de réception ou d’essai.',
    },
    hint: { en: 'Wait until that is done, or stop it.', fr: 'Attendez que ce soit fini, ou arrêtez-le.' },
  },
  'engine-cancelled': {
    title: { en: 'Stopped', fr: 'Arrêté' },
    detail: { en: 'Fetching the engine was stopped.', fr: 'La réception du moteur a été arrêtée.' },
    hint: { en: 'Start it again when you like.', fr: 'Relancez-la quand vous voulez.' },
  },
  'engine-fails': {
    title: { en: 'The graphics processor can’t be used', fr: 'Le processeur graphique est inutilisable' },
    detail: {
      en: 'The {engine:word} engine doesn’t work here: {reason:word}.',
      fr: 'Le moteur {engine:word} ne fonctionne pas ici : {reason:word}.',
    },
    hint: tryAgain,
  },
  'engine-crashed': {
    title: { en: 'The engine crashed', fr: 'Le moteur a planté' },
    detail: {
      en: 'The {engine:word} engine crashed when it was tried ({how}).',
      fr: 'Le moteur {engine:word} a planté pendant l’essai ({how}).',
    },
    hint: tryAgain,
  },
  'engine-timed-out': {
    title: { en: 'The engine hangs', fr: 'Le moteur ne répond pas' },
    detail: {
      en: 'The {engine:word} engine did nothing for {seconds} seconds when it was tried.',
      fr: 'Le moteur {engine:word} n’a rien fait pendant {seconds} secondes lors de l’essai.',
    },
    hint: tryAgain,
  },
  'engine-writes-nonsense': {
    title: { en: 'The graphics processor computes wrongly', fr: 'Le processeur graphique calcule mal' },
    detail: {
      en: 'With the {engine:word} engine a model wrote something else than on the processor.',
      fr: 'Avec le moteur {engine:word}, un modèle a écrit autre chose que sur le processeur.',
    },
    hint: tryAgain,
  },
  'engine-not-ready': {
    title: { en: 'The engine isn’t here', fr: 'Le moteur n’est pas là' },
    detail: {
      en: 'The {engine:word} engine isn’t on this machine in this version of Jacquard, or wasn’t tried.',
      fr: 'Le moteur {engine:word} n’est pas sur cette machine dans cette version de Jacquard, ou n’a pas été essayé.',
    },
    hint: {
      en: 'Fetch it on the models page or with "jacquard models engine install".',
      fr: 'Recevez-le sur la page des modèles ou par "jacquard models engine install".',
    },
  },
  'engine-host-crashed': {
    title: { en: 'The engine crashed', fr: 'Le moteur a planté' },
    detail: {
      en: 'With the {engine:word} engine models stopped twice before they had answered: they run on the processor again.',
      fr: 'Avec le moteur {engine:word}, les modèles se sont arrêtés deux fois avant d’avoir répondu : ils s’exécutent de nouveau sur le processeur.',
    },
    hint: tryAgain,
  },
  'cli-engine-unknown': {
    title: { en: 'Which engine?', fr: 'Quel moteur ?' },
    detail: { en: 'There is no such engine[[: {name}]].', fr: 'Ce moteur n’existe pas[[ : {name}]].' },
    hint: { en: 'Say cuda, vulkan or metal.', fr: 'Indiquez cuda, vulkan ou metal.' },
  },
  'cli-engine-fetching': {
    title: { en: 'Fetching an engine', fr: 'Réception d’un moteur' },
    detail: {
      en: 'Fetching the {engine:word} engine[[ (about {size:bytes})]] …',
      fr: 'Réception du moteur {engine:word}[[ (environ {size:bytes})]]…',
    },
  },
  'cli-engine-trying': {
    title: { en: 'Trying an engine', fr: 'Essai d’un moteur' },
    detail: {
      en: 'Trying it with a model; the first time a driver may take minutes …',
      fr: 'Essai avec un modèle ; la première fois, un pilote peut prendre des minutes…',
    },
  },
  'cli-engine-works': {
    title: { en: 'The engine works', fr: 'Le moteur fonctionne' },
    detail: {
      en: 'It works on {devices}.[[ It wrote {graphics} tokens a second, the processor {processor}.]]',
      fr: 'Il fonctionne sur {devices}.[[ Il a écrit {graphics} tokens par seconde, le processeur {processor}.]]',
    },
  },
  'cli-engine-slow': {
    title: { en: 'The engine is slow', fr: 'Le moteur est lent' },
    detail: {
      en: 'That is slower: models stay on the processor. "jacquard models engine use {name}" takes it all the same.',
      fr: 'C’est plus lent : les modèles restent sur le processeur. "jacquard models engine use {name}" le prend quand même.',
    },
  },
  'cli-engine-using': {
    title: { en: 'What models run on', fr: 'Sur quoi les modèles s’exécutent' },
    detail: { en: 'Models run on: {engine:word}.', fr: 'Les modèles s’exécutent sur : {engine:word}.' },
  },
  'cli-engine-seen': {
    title: { en: 'A graphics processor', fr: 'Un processeur graphique' },
    detail: {
      en: 'Graphics processor here: {names}. "jacquard models engine install" fetches its engine.',
      fr: 'Processeur graphique présent : {names}. "jacquard models engine install" reçoit son moteur.',
    },
  },
  'cli-engine-lacks-vulkan': {
    title: { en: 'No Vulkan', fr: 'Pas de Vulkan' },
    detail: {
      en: 'Graphics processor here: {names}. Its driver’s Vulkan part is missing.',
      fr: 'Processeur graphique présent : {names}. La partie Vulkan de son pilote manque.',
    },
  },
} satisfies Catalog;
