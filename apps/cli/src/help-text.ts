import type { Words } from '@jacquard/flow';

/** What `jacquard --help` prints. */
export const helpText: Words = {
  en: `Jacquard builds and runs LLM pipelines.

  jacquard start [DIR]      serves the canvas; with DIR, its *.flow.json files are the flows
      --port NUMBER         1804 unless told (or PORT)
      --host ADDRESS        127.0.0.1 unless told (or HOST)
      --no-open             doesn't open the browser

  jacquard run FILE         runs a flow: streams to a terminal, prints JSON to a pipe
      --input NAME=VALUE    an input of the flow; once for each. Or JSON on the standard input
  jacquard check FILE       says what is wrong with a flow, and runs nothing
  jacquard knowledge build FILE
                            reads the documents of a *.knowledge.json, so that flows can search them
  jacquard bundle FILE [ZIP]
                            packs a flow with the flows, files and knowledge bases that it names
  jacquard models           lists the local models
  jacquard models install [ID]
  jacquard models add SOURCE
                            fetches any GGUF model: hf:owner/repository[:Q4_K_M], an address, a file;
                            says what it is, and asks before (--yes: doesn't)
  jacquard models info ID|SOURCE
                            says what a model is, and fetches no more than its beginning
  jacquard models remove ID
  jacquard models engine [install|use|remove] [cpu|cuda|vulkan]
                            what models run on: the processor, or a graphics processor

  --help, --version

Exit codes: 0 done, 1 failed, 2 the flow has issues, 64 words not understood, 130 stopped by Ctrl+C.`,
  fr: `Jacquard construit et exécute des chaînes de traitement à base de LLM.

  jacquard start [DOSSIER]  sert le canevas ; avec DOSSIER, ses fichiers *.flow.json sont les flux
      --port NOMBRE         1804 par défaut (ou PORT)
      --host ADRESSE        127.0.0.1 par défaut (ou HOST)
      --no-open             n’ouvre pas le navigateur

  jacquard run FICHIER      exécute un flux : au fil de l’eau dans un terminal, en JSON dans un tube
      --input NOM=VALEUR    une entrée du flux ; une fois pour chacune. Ou du JSON sur l’entrée standard
  jacquard check FICHIER    dit ce qui ne va pas dans un flux, sans rien exécuter
  jacquard knowledge build FICHIER
                            lit les documents d’un *.knowledge.json, pour que les flux puissent y chercher
  jacquard bundle FICHIER [ZIP]
                            emballe un flux avec les flux, fichiers et bases documentaires qu’il nomme
  jacquard models           liste les modèles locaux
  jacquard models install [ID]
  jacquard models add SOURCE
                            télécharge tout modèle GGUF : hf:auteur/dépôt[:Q4_K_M], une adresse, un fichier ;
                            dit ce qu’il est, et demande avant (--yes : sans demander)
  jacquard models info ID|SOURCE
                            dit ce qu’est un modèle, sans en recevoir plus que le début
  jacquard models remove ID
  jacquard models engine [install|use|remove] [cpu|cuda|vulkan]
                            sur quoi les modèles s’exécutent : le processeur, ou un processeur graphique

  --help, --version

Codes de sortie : 0 terminé, 1 échec, 2 le flux a des problèmes, 64 commande non comprise,
130 arrêté par Ctrl+C.`,
};
