import type { People } from '../accounts/account.port.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import { jetaaChapter } from '../reference/jetaa-chapters.ts';
import type { Introduction } from './introduction.ts';
import type { Sender } from './introduction-mail.ts';

type Ports = { people: Pick<People, 'find'>; directory: Pick<PartnershipDirectory, 'organisation'> };

/** Who asks, by name, and in whose name: the organisation's or the chapter's. */
export const senderOf = async (
  { people, directory }: Ports,
  { asked, organisationId, chapter }: Introduction,
): Promise<Sender> => {
  const isLead = asked.as === 'lead';
  const [known, organisation] = await Promise.all([
    people.find(asked.by),
    !isLead && organisationId ? directory.organisation(organisationId) : undefined,
  ]);
  const body = isLead ? chapter && (jetaaChapter(chapter)?.name ?? chapter) : organisation?.legalName;
  return { name: known?.account.name ?? '', body: body ?? '' };
};
