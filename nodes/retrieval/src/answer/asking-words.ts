import type { ExpectedKind } from './expected-answer.ts';

const words: Readonly<Partial<Record<ExpectedKind, string>>> = {
  money: `amount cost costs price prices fee fees charge charges charged rate rates tariff pay pays paid expensive
    prix tarif tarifs cout coute coutent couter montant payer paie paye paient payant cher facture facturee frais somme`,
  number: `number total age old many big large tall high thick heavy far nombre total age grand taille compte compter`,
  percent: 'percentage percent share proportion part pourcentage',
  phone: 'phone telephone number call reach contact numero telephone appeler joindre telephoner',
  mail: 'mail e address contact adresse courriel electronique',
  date: 'date day days month week jour jours date mois semaine',
  year: 'year date annee date',
  time: `time times hour hours open opens opened opening close closes closed closing start starts begin begins end ends finish finishes
    heure heures horaire horaires ouvre ouvrent ouvert ouverte ferme ferment fermee commence commencent finit finissent debute lieu`,
  duration: `long time last lasts take takes duration valid keep kept temps dure durer duree valable delai prend prennent garde garder gardez gardees conserver conserve bout`,
  person: `run runs lead leads led manages manage head charge responsible look looks keeper keeps contact ask person name chair
    dirige diriger occupe responsable charge anime animer preside personne nom adresse adresser gere tient contacter confiee`,
  name: 'name named called title nom nomme appelle titre',
  colour: 'color colour couleur',
  place: `find located situated stand stands place address trouve trouver situe situee endroit lieu adresse`,
  reason: 'reason raison',
  'yes-no': `possible allowed permitted right may need necessary required able autorise permis possible droit necessaire obligatoire besoin`,
};

const sets = new Map(Object.entries(words).map(([kind, list]) => [kind, new Set(list.trim().split(/\s+/))]));

/** Whether a word of the question only says what kind of answer is asked for: `cost` of money, `time` of hours. */
export function isAskingWord(folded: string, kinds: readonly ExpectedKind[]): boolean {
  return kinds.some((kind) => sets.get(kind)?.has(folded) === true);
}
