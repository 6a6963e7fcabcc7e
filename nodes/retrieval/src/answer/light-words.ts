const light: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    `able actually anybody anyone available case currently different exactly exist exists find get gets getting given
    go goes going happen happens happened kind know like need needed needs offer offered offers often ordinary own particular
    people person possible provide provided right somebody someone something sort sorts thing things type types
    use used uses using usually want wanted way ways anything came went gone got even home house say says exact hello hi thanks thank become becomes whole somewhere altogether else
    bring take takes taking put keep let make makes come comes number name called`.split(/\s+/),
  ),
  fr: new Set(
    `actuellement aimerais avoir besoin bonjour cas chose choses concerne devoir disponible disponibles donner exactement exister existe
    facon faire falloir genre gens jamais maniere merci mettre obtenir passe passer personne personnes possible pouvoir prendre propose
    proposer proposee propose-t-on quelqu'un salut savoir sorte trouver type utiliser utilise vouloir venir aller vient numero nom appelle apporter compter compte ete devenir partir maison longtemps quand-meme lors`.split(
      /\s+/,
    ),
  ),
};

/** Words of everyday questions that say little of what is asked: `get`, `need`, `thing`; `faire`, `possible`, `personne`. */
export function isLightWord(folded: string, language: string): boolean {
  return light[language]?.has(folded) === true;
}
