const commands: Readonly<Record<string, string>> = {
  cdot: '*',
  times: '*',
  div: '/',
  pi: ' pi ',
  left: '',
  right: '',
  quad: '',
  sqrt: 'sqrt',
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  ln: 'log',
  exp: 'exp',
  dfrac: 'frac',
  tfrac: 'frac',
  frac: 'frac',
};

/**
 * A formula as models write it, in LaTeX or with the signs of a book, in the plain form that mathjs parses: `\frac{1}{2}` gives
 * `((1)/(2))`, `3 × 4` gives `3 * 4`. Of an equation the side that says more than a number or a name: of `(1 + 2) * 8 = 24` the
 * left one, of `x = 5` the right one.
 */
export function plainFormula(formula: string): string {
  const plain = formula
    .replaceAll(/\\([a-zA-Z]+)/gu, (whole, name: string) =>
      Object.hasOwn(commands, name) ? (commands[name] ?? '') : whole,
    )
    .replaceAll(/\\[,;:! ()[\]]|[$`]/gu, ' ')
    .replaceAll(/[×·⋅]/gu, '*')
    .replaceAll('÷', '/')
    .replaceAll(/[−–]/gu, '-')
    .replaceAll('π', ' pi ')
    .replaceAll('²', '^2')
    .replaceAll('³', '^3')
    .replaceAll('**', '^')
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
  return sideOf(withoutBraces(withFractions(plain)).replace(/[.\s]+$/u, ''));
}

/** Innermost fractions first; a formula nests a few. */
function withFractions(formula: string): string {
  let plain = formula;
  for (let depth = 0; depth < 10 && plain.includes('frac'); depth++) {
    plain = plain
      .replaceAll(/frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/gu, '(($1)/($2))')
      .replaceAll(/frac\s*(\d)\s*(\d)/gu, '(($1)/($2))')
      .replaceAll(/(sqrt|\^)\s*\{([^{}]*)\}/gu, '$1($2)');
  }
  return plain;
}

function withoutBraces(formula: string): string {
  return formula.replaceAll('{', '(').replaceAll('}', ')').trim();
}

function sideOf(formula: string): string {
  const sides = formula.split('=').map((side) => side.trim());
  if (sides.length === 1) return formula;
  return sides.find((side) => side !== '' && !/^[a-z]$/iu.test(side)) ?? formula;
}
