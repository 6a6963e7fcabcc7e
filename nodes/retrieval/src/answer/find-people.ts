import { foldWord, isStopWord, wordTokens, type WordToken } from '@jacquard/node-kit';

/** Somebody in a text: by name, or by what they are (`the caretaker`, `la directrice`). */
export interface Person {
  /** Folded. */
  readonly words: readonly string[];
}

const titles = new Set('mr mrs ms miss dr prof sir lady madame monsieur mme mlle m mm'.split(' '));

/** Capitalised words that name places and houses rather than people. */
const placeWords = new Set(
  `street road lane avenue square place yard bridge park river valley library museum school college hall room house building branch station
   club society council church hospital office centre center theatre market town city county university department union company bank bus line
   rue boulevard quai pont bibliotheque musee ecole lycee salle maison mairie gare cafe association eglise hopital centre theatre marche ville
   commune departement universite societe conseil ligne annexe halle residence central primary secondary public national royal`.split(
    /\s+/,
  ),
);

const roles = new Set(
  `librarian librarians director manager head caretaker driver drivers coordinator teacher teachers parent parents guardian guardians volunteer
   volunteers staff member members mayor clerk council committee court police panel reader readers author authors writer writers doctor nurse secretary treasurer chair
   president chairman owner tenant landlord employee employees visitor visitors pupil pupils student students inhabitants people adults children anyone everyone nobody anybody widow
   bibliothecaire bibliothecaires directeur directrice adjoint adjointe gardien gardienne conducteur conducteurs enseignant enseignants parent
   parents benevole benevoles personnel agent agents membre membres maire mairesse conseil comite tribunal police gendarmerie lecteur lecteurs
   auteur auteurs autrice ecrivain ecrivains medecin secretaire tresorier tresoriere president presidente mediateur mediatrice proprietaire locataire visiteurs visiteur eleve eleves etudiants habitants habitant adulte adultes
   enfants quiconque personne tous chacun representant tresorerie equipe instituteur institutrice veuve`.split(/\s+/),
);

/** Whether a word, folded, says what somebody is: `caretaker`, `directrice`, `children`. */
export function isRole(folded: string): boolean {
  return roles.has(folded);
}

/** People of a text, named or by their role. */
export function findPeople(text: string, language: string): Person[] {
  const tokens = wordTokens(text, language);
  const people: Person[] = tokens.flatMap(({ folded }) => (roles.has(folded) ? [{ words: [folded] }] : []));
  for (let index = 0; index < tokens.length; index += 1) {
    const run = capitalisedRun(text, tokens, index, language);
    if (run.length === 0) continue;
    if (isPersonName(run)) people.push({ words: run.map(({ folded }) => folded).filter((word) => !titles.has(word)) });
    index += run.length - 1;
  }
  return people;
}

function isPersonName(run: readonly WordToken[]): boolean {
  const hasTitle = titles.has(run[0]?.folded ?? '');
  if (run.some(({ folded }) => placeWords.has(folded))) return false;
  return hasTitle ? run.length > 1 : run.length > 1 && run.length < 5;
}

/** Words with capitals one after another, `de`, `van` and hyphens within. */
function capitalisedRun(text: string, tokens: readonly WordToken[], from: number, language: string): WordToken[] {
  const run: WordToken[] = [];
  for (let index = from; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token || token.isNumber) break;
    const gap = run.length === 0 ? ' ' : text.slice(tokens[index - 1]?.end ?? 0, token.start);
    if (!/^[\s\u00a0]$|^\. $|^-$|^$/u.test(gap)) break;
    const isParticle =
      run.length > 0 && /^(?:de|du|la|le|van|von|d'|of)$/.test(token.folded) && startsName(tokens[index + 1]);
    if (!isParticle && !startsName(token)) break;
    if (run.length === 0 && isStopWord(token.folded, language) && !titles.has(token.folded)) break;
    run.push(token);
  }
  return run;
}

function startsName(token: WordToken | undefined): boolean {
  return token !== undefined && !token.isNumber && /^\p{Lu}/u.test(token.written) && foldWord(token.written) !== '';
}
