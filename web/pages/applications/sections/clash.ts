import type { Typed } from '../../../components/form/typed.ts';

/**
 * The fields of a form that settles a clash: `choose:<what>` holds `mine`, `theirs`, `joined` or `both`, and what stands
 * to choose from comes as `<side>:<what>:<name>`; all else stands under its own name. What comes out is a section's form
 * as if it had been typed.
 */
export const settled = (typed: Typed): readonly (readonly [string, string])[] =>
  typed.entries.flatMap(([field, value]): (readonly [string, string])[] => {
    if (field.startsWith('choose:')) return [];
    const { side, what = '', name } = offered.exec(field)?.groups ?? {};
    if (!side || !name) return [[field, value]];
    const chosen = typed.text(`choose:${what}`);
    const isWanted = chosen === 'both' ? side !== 'joined' : side === (sides.has(chosen) ? chosen : 'mine');
    return isWanted ? [[name, value]] : [];
  });

const offered = /^(?<side>mine|theirs|joined):(?<what>[^:]+):(?<name>.+)$/;
const sides = new Set(['mine', 'theirs', 'joined']);

export const isSettling = (typed: Typed): boolean => typed.text('do') === 'settle';
