import { comparableHashes } from '../accounts/account.ts';
import { chaptersNamed } from '../conflicts/chapters-named.ts';
import { type Facts, organisationDigest, type Part, parts, personDigests } from '../conflicts/facts.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import type { SectionId } from './application.ts';
import type { Draft } from './draft.ts';
import { textOf } from './sections/section-form.ts';
import { rowsOf } from './sections/typed-rows.ts';

type Of = {
  readonly draft: Draft;
  /** The applicant's legal name. */
  readonly organisation: string;
  readonly partnership: Pick<Partnership, 'us' | 'jp'>;
};

/** What conflicts of interest with this application are computed from, as it is sent. */
export const factsOfDraft = ({ draft, organisation, partnership }: Of): Facts => {
  const data = (id: SectionId) => draft.sections.find((section) => section.id === id)?.data ?? {};
  const partners = rowsOf(data('partners'), 'partners').flatMap(({ row }) => row.organisation ?? []);
  const chapters = chaptersNamed(partners);
  const { asked, signed } = draft.signOff ?? {};
  const [declaration, counterpart] = [data('declaration'), data('counterpart')];
  const delegates = rowsOf(data('delegation'), 'delegates').map(({ row }) => row.name ?? '');
  const digests = (
    part: Part,
    names: readonly (string | undefined)[],
    addresses: readonly (string | undefined)[],
  ) =>
    personDigests(draft.application.id, {
      names: names.filter((one) => one !== undefined),
      addressHashes: addresses.flatMap((one) => (one ? comparableHashes(one) : [])),
    }).map((one) => `${parts[part]}${one}`);
  return {
    us: partnership.us.region,
    jp: partnership.jp.region,
    orgs: [organisation, ...partners].map(organisationDigest).join(''),
    people: [
      ...digests(
        'official',
        [textOf(declaration, 'officialName'), asked?.name, signed?.name],
        [textOf(declaration, 'officialEmail'), asked?.email],
      ),
      ...digests(
        'contact',
        [textOf(counterpart, 'contact'), draft.confirmation?.asked.contact],
        [textOf(counterpart, 'email'), draft.confirmation?.asked.email],
      ),
      ...digests('delegate', delegates, []),
    ].join(''),
    ...(chapters.length > 0 && { chapters: [...chapters] }),
  };
};
