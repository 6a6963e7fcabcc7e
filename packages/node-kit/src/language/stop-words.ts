/** Words that carry grammar rather than content, folded. Question words stand apart: answering needs them. */
const functionWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    `a about above after again all almost along already also although always am among an and another any are aren't as at
    be because been before being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during
    each either else ever every few for from further had hadn't has hasn't have haven't having he her here hers herself him himself his however
    i i'd i'll i'm i've if in into is isn't it it's its itself just least less let let's many may me might mine more most much must my myself
    neither no nor not now of off on once one only onto or other our ours ourselves out over own per please quite rather
    same shall she should shouldn't since so some still such than that that's the their theirs them themselves then there there's these they they're this
    those through to too toward towards under until up upon us very via was wasn't we we're were weren't will with within without won't would wouldn't
    yes yet you you're your yours yourself yourselves
    according describe explain`.split(/\s+/),
  ),
  fr: new Set(
    `a ai aie ainsi alors apres as assez au aucun aucune aujourd'hui aussi autre autres aux avaient avais avait avant avec avez avoir avons ayant
    beaucoup bien c' ca car ce ceci cela celle celles celui ces cet cette ceux chacun chacune chaque chez comme contre d' dans de deja depuis des
    doit doivent donc dont du durant elle elles en encore entre es est et etaient etais etait etant etes etre eu eux fait faire faut fois font furent
    fut hors il ils j' je jusqu' jusque l' la le les leur leurs lors lorsqu' lorsque lui m' ma mais malgre me meme memes merci mes mien moi moins mon
    n' ne ni non nos notre nous on ont or ou oui par parmi pas pendant peu peut peuvent peux plus plusieurs plutot pour pourra pourrait pourrai
    pres presque puis puisqu' puisque qu' que quelqu' quelque quelques quoique rien s' sa sans sauf se sera serait seront ses si sien
    soi soient soit sommes son sont sous suis sur t' ta tandis tant te tel telle telles tels tes toi ton toujours tous tout toute toutes tres trop tu un une
    va vais vers voici voila vont vos votre vous vraiment y
    decrivez dites expliquez voudrais`.split(/\s+/),
  ),
};

const questionWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    `how how's what what's when when's where where's which who who's whom whose why why's whether whatever whenever wherever whichever`.split(
      /\s+/,
    ),
  ),
  fr: new Set(
    `combien comment laquelle lequel lesquelles lesquels ou pourquoi quand que quel quelle quelles quels qui quoi duquel auquel`.split(
      /\s+/,
    ),
  ),
};

const everyFunctionWord: ReadonlySet<string> = new Set([
  ...Object.values(functionWords).flatMap((words) => [...words]),
  ...Object.values(questionWords).flatMap((words) => [...words]),
]);
/** An elided article is grammar in any language. */
const elided = /'$/;

/** Whether a folded word is grammar in a language; languages without a list have no stop words but elided ones. */
export function isStopWord(folded: string, language: string): boolean {
  return elided.test(folded) || functionWords[language]?.has(folded) === true || isQuestionWord(folded, language);
}

/** `who`, `when`, `combien`: what a question asks for. Stop words, too. */
export function isQuestionWord(folded: string, language: string): boolean {
  return questionWords[language]?.has(folded) === true;
}

/** Languages with a list of stop words. */
export const languagesWithStopWords: readonly string[] = Object.keys(functionWords);

/** Whether any language's list has the word: for texts whose language nobody knows. */
export function isStopWordSomewhere(folded: string): boolean {
  return elided.test(folded) || everyFunctionWord.has(folded);
}
