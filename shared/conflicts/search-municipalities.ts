import type { UseCase } from '../kernel/endpoint.ts';
import { ok } from '../kernel/result.ts';
import { findMunicipalities, type Municipality } from '../reference/municipalities.ts';

type Input = { text: string; prefecture?: string | undefined };

/** Japanese towns by romaji, kanji or kana: those of the name, else those that begin so; twenty at most. */
export const searchMunicipalities =
  (): UseCase<Input, { items: readonly Municipality[] }, never> =>
  async (_actor, { text, prefecture }) =>
    ok({ items: findMunicipalities(text, prefecture) });
