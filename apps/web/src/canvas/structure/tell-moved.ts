import type { ScopeMovePlan } from '@jacquard/canvas';
import { parseAddress } from '@jacquard/flow';
import { currentLanguage } from '../../i18n/i18n.ts';
import { tell, translate } from '../actions/tell.ts';
import { titleOf } from '../ports/port-names.ts';

/** Where nodes went: into a scope, or out of one, by its name. */
export type MovedWhere = { readonly into: string } | { readonly out: string };

/** Says where nodes stand now, and which of their wires found no place there. */
export function tellMoved({ moved, cut }: ScopeMovePlan, where: MovedWhere): void {
  const language = currentLanguage();
  const count = moved.length;
  const name = titleOf(moved[0] ?? '', language);
  const title =
    'into' in where
      ? translate('structure.moved-into', { count, name, loop: titleOf(where.into, language) })
      : translate('structure.moved-out', { count, name, loop: where.out });
  const chosen = new Set(moved);
  const wires = cut.map(({ from, to }) => {
    if (!chosen.has(to.node)) return translate('build.wire-to', { name: titleOf(to.node, language) });
    return translate('build.wire-from', { name: titleOf(parseAddress(from).node, language) });
  });
  const named = [...new Set(wires)].join(', ');
  const lost = { count: cut.length, wires: named };
  tell(title, cut.length === 0 ? translate('structure.moved-undo') : translate('build.replaced-lost', lost));
}
