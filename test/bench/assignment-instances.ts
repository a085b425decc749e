import { readDecimal } from '../../shared/assignment/solver/decimal.ts';
import type { AssignmentProblem, Objective } from '../../shared/assignment/solver/problem.ts';
import { emptySheet, numberSheet } from '../../shared/assignment/solver/scale-scores.ts';

/**
 * Kinds of scores: `uniform` draws each pair by itself, four decimals; `themes` are small whole numbers −2 to 5, high where
 * themes meet; `sparse` names one pair in twenty; `correlated` reviewers are good or bad at everything alike; `raw` are
 * floats with all their digits, as a program prints them; `lenient` scores are an application's quality plus a reviewer's
 * leniency plus noise, in whole points (`lenient`) or two decimals (`lenient-decimals`).
 */
export type Kind = 'uniform' | 'themes' | 'sparse' | 'correlated' | 'raw' | 'lenient' | 'lenient-decimals';

type Size = {
  readonly kind: Kind;
  readonly reviewers: number;
  readonly applications: number;
  readonly demand: number;
  readonly min: number;
  readonly max: number;
  readonly seed: number;
  readonly objective: Objective;
  /** Every other reviewer knows business, each application needs one who does, and the first two are kept apart. */
  readonly hasMix?: boolean;
};

const openChance = (seed: number) => {
  let state = Math.imul(seed, 7919) + 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
  };
};

/** A made-up problem, the same for the same size; one pair in fifty is a conflict. */
export const largeProblem = ({
  kind,
  objective,
  demand,
  min,
  max,
  seed,
  hasMix = false,
  ...counts
}: Size): AssignmentProblem => {
  const chance = openChance(seed);
  const draw = (below: number) => Math.floor(chance() * below);
  const [width, height] = [counts.reviewers, counts.applications];
  const themes = Array.from({ length: width + height }, () => draw(8));
  const skill = Array.from({ length: width }, () => chance());
  const quality =
    kind === 'lenient' || kind === 'lenient-decimals' ? Array.from({ length: height }, () => chance()) : [];
  const score = (application: number, reviewer: number) => {
    if (kind === 'uniform') return draw(10_000) / 10_000;
    if (kind === 'raw') return chance() + chance() / 2 ** 32;
    if (kind === 'sparse') return chance() < 0.05 ? 1 + draw(5) : 0;
    if (kind === 'correlated') return Math.floor(((skill[reviewer] ?? 0) * 0.8 + 0.2 * chance()) * 1000);
    if (kind === 'themes')
      return themes[reviewer] === themes[width + application] ? 3 + draw(3) : draw(4) - 2;
    const points = (quality[application] ?? 0) * 4 + (skill[reviewer] ?? 0) * 3 + chance() * 3;
    return kind === 'lenient' ? Math.round(points) : Math.round(points * 100) / 100;
  };
  const reviewers = Array.from({ length: width }, (_, at) => ({
    id: `r${at}`,
    min,
    max,
    traits: hasMix && at % 2 === 0 ? ['business'] : [],
  }));
  const applications = Array.from({ length: height }, (_, at) => ({
    id: `a${at}`,
    demand,
    needs: hasMix ? [{ trait: 'business', atLeast: 1 }] : [],
  }));
  const sheet = emptySheet(width * height);
  for (let cell = 0; cell < width * height; cell += 1) {
    const decimal = readDecimal(String(score(Math.floor(cell / width), cell % width)));
    sheet.digits[cell] = decimal?.digits ?? 0;
    sheet.more[cell] = decimal?.more ?? 0;
    sheet.places[cell] = decimal?.places ?? 0;
  }
  return {
    objective,
    reviewers,
    applications,
    ...numberSheet(sheet, { objective, reviewers, applications }),
    barred: Uint8Array.from({ length: width * height }, () => (chance() < 0.02 ? 1 : 0)),
    fixed: [],
    apart: hasMix ? [[0, 1]] : [],
  };
};
