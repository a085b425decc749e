import { type Facts, organisationsIn } from './facts.ts';
import { type Finding, finding } from './finding.ts';
import { type Judged, since } from './judged.ts';

type Belonging = { readonly name: string; readonly from?: number; readonly to?: number };

/** Of these organisations those that are the applicant or one of its partners, and were in the last five years. */
export const organisationFindings = (
  all: readonly Belonging[],
  digests: ReadonlyMap<string, readonly string[]>,
  application: Judged,
  facts: Facts,
): Finding[] => {
  const { applicant, partners } = organisationsIn(facts);
  const year = Number(since(application).slice(0, 4));
  return all
    .filter(({ to }) => to === undefined || to >= year)
    .flatMap(({ name, from, to }) => {
      const own = digests.get(name) ?? [];
      const isPartner = partners.some((one) => own.includes(one));
      const side = applicant && own.includes(applicant) ? 'applicant' : isPartner ? 'partner' : undefined;
      return side ? [finding('organisation', { side, name, from: `${from ?? ''}`, to: `${to ?? ''}` })] : [];
    });
};
