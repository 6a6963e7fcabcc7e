import type { Words } from '@jacquard/flow';

/** What `jacquard --help` prints. */
export const helpText: Words = {
  en: `Jacquard builds and runs LLM pipelines.

  jacquard start [DIR]      serves the canvas; with DIR, its *.flow.json files are the flows
      --port NUMBER         1804 unless told (or PORT)
      --host ADDRESS        127.0.0.1 unless told (or HOST)
      --no-open             doesn't open the browser

  jacquard serve DIR        serves the flows of DIR to programs: the API alone, without the canvas
      --port, --host        as for start

  jacquard run FILE         runs a flow (or a bundle, *.zip): streams to a terminal, prints JSON to a pipe
      --input NAME=VALUE    an input of the flow; once for each. NAME=@PATH takes what a file holds
      --inputs FILE         all inputs as a JSON object. Without either, JSON on the standard input
      --override NODE.INPUT=VALUE
                            sets what the flow lets its callers set
      --stream[=events]     texts as they are written, also to a pipe; or all events as JSON lines
      --csv FILE            a run for each row, its columns are inputs by name; - is the standard input
      --output jsonl|csv    how the rows' results are printed, in their order: jsonl unless told
      --concurrency NUMBER  rows at once: 4 unless told
  jacquard check FILE       says what is wrong with a flow, and runs nothing
  jacquard test [FILE|DIR]… runs flow tests (*.flow-test.json) against what was recorded: no model, no key
      --filter TEXT         only cases in whose name, or file, TEXT stands
      --junit FILE          writes the results for a build server, too
      --live                asks the models; nothing is written
      --update              takes what came as what is expected, and records what isn't recorded yet;
                            with --live, records everything anew
  jacquard knowledge build FILE
                            reads the documents of a *.knowledge.json, so that flows can search them
  jacquard bundle FILE [ZIP]
                            packs a flow with the flows, files and knowledge bases that it names
  jacquard client FILE|DIR [--out FILE]
                            writes a typed TypeScript client of a flow, or of all flows of a folder
  jacquard export FILE      writes a flow as a TypeScript program of its own, on LangChain
      --out DIR             FILE-code unless told
  jacquard export --list [DIR]
                            says which flows of a folder can be exported, and what keeps the others from it
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

Exit codes: 0 done, 1 failed, 2 a flow or a test has issues, 3 a run waits for a person, 64 words not understood,
130 stopped by Ctrl+C.`,
  fr: `Jacquard construit et exécute des chaînes de traitement à base de LLM.

  jacquard start [DOSSIER]  sert le canevas ; avec DOSSIER, ses fichiers *.flow.json sont les flux
      --port NOMBRE         1804 par défaut (ou PORT)
      --host ADRESSE        127.0.0.1 par défaut (ou HOST)
      --no-open             n’ouvre pas le navigateur

  jacquard serve DOSSIER    sert les flux du dossier aux programmes : l’API seule, sans le canevas
      --port, --host        comme pour start

  jacquard run FICHIER      exécute un flux (ou un paquet, *.zip) : au fil de l’eau dans un terminal, en JSON
                            dans un tube
      --input NOM=VALEUR    une entrée du flux ; une fois pour chacune. NOM=@CHEMIN prend le contenu d’un fichier
      --inputs FICHIER      toutes les entrées, en un objet JSON. Sans l’un ni l’autre, JSON de l’entrée standard
      --override NOEUD.ENTRÉE=VALEUR
                            règle ce que le flux laisse régler à ses appelants
      --stream[=events]     les textes au fil de l’eau, aussi dans un tube ; ou tous les événements en lignes JSON
      --csv FICHIER         une exécution par ligne, les colonnes sont des entrées ; - est l’entrée standard
      --output jsonl|csv    forme des résultats, dans l’ordre des lignes : jsonl par défaut
      --concurrency NOMBRE  lignes à la fois : 4 par défaut
  jacquard check FICHIER    dit ce qui ne va pas dans un flux, sans rien exécuter
  jacquard test [FICHIER|DOSSIER]…
                            exécute les tests de flux (*.flow-test.json) sur les réponses enregistrées : sans
                            modèle ni clé
      --filter TEXTE        seulement les cas dont le nom, ou le fichier, contient TEXTE
      --junit FICHIER       écrit aussi les résultats pour un serveur d’intégration
      --live                interroge les modèles ; rien n’est écrit
      --update              prend ce qui est venu pour ce qui est attendu, et enregistre ce qui ne l’est pas ;
                            avec --live, réenregistre tout
  jacquard knowledge build FICHIER
                            lit les documents d’un *.knowledge.json, pour que les flux puissent y chercher
  jacquard bundle FICHIER [ZIP]
                            emballe un flux avec les flux, fichiers et bases documentaires qu’il nomme
  jacquard client FICHIER|DOSSIER [--out FICHIER]
                            écrit un client TypeScript typé d’un flux, ou de tous les flux d’un dossier
  jacquard export FICHIER   écrit un flux sous forme de programme TypeScript autonome, avec LangChain
      --out DOSSIER         FICHIER-code par défaut
  jacquard export --list [DOSSIER]
                            dit quels flux d’un dossier peuvent être exportés, et ce qui en empêche les autres
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

Codes de sortie : 0 terminé, 1 échec, 2 le flux a des problèmes, 3 une exécution attend une personne,
64 commande non comprise, 130 arrêté par Ctrl+C.`,
};
