import type { People } from '../accounts/account.port.ts';
import type { Clock } from '../kernel/clock.ts';
import { hashToken, type NewToken } from '../kernel/link-token.ts';
import { allOf } from '../kernel/page.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { AskedAlumni } from './asked-alumni.port.ts';
import type { Introductions } from './introduction.port.ts';
import { answerDays, type Introduction, statusAt } from './introduction.ts';
import { introductionMail } from './introduction-mail.ts';
import { senderOf } from './introduction-sender.ts';

type Ports = {
  introductions: Pick<Introductions, 'open' | 'find' | 'remind'>;
  alumni: Pick<AskedAlumni, 'find'>;
  people: Pick<People, 'find'>;
  directory: Pick<PartnershipDirectory, 'find' | 'organisation' | 'claim'>;
  newToken: NewToken;
  clock: Clock;
};

const dayMs = 86_400_000;
/** Days after the request. */
const marks = [7, 18] as const;

/** The mark whose day it is: from so many days after the request, for 24 hours. */
export const reminderAt = (
  { asked }: Pick<Introduction, 'asked'>,
  now: Date,
): (typeof marks)[number] | undefined => {
  const since = now.getTime() - new Date(asked.at).getTime();
  return marks.find((days) => since >= days * dayMs && since < (days + 1) * dayMs);
};

/**
 * Reminds alumni who agreed to mail of what waits for their answer, once a mark, however often the schedule fires. Each reminder
 * carries a link of its own. Answers how many were written. Linear in what is open.
 */
export const remindIntroductions = (ports: Ports) => async (): Promise<number> => {
  const now = ports.clock();
  const open = await allOf(ports.introductions.open);
  let written = 0;
  for (const { id, asked } of open) {
    const mark = reminderAt({ asked }, now);
    // The index lags: what was answered a moment ago is not reminded of.
    const current = mark && (await ports.introductions.find(id));
    if (current && statusAt(current, now) === 'requested') written += await remind(ports, current, mark, now);
  }
  return written;
};

const remind = async (ports: Ports, introduction: Introduction, mark: number, at: Date): Promise<number> => {
  const { id, personId, partnershipId, organisationId } = introduction;
  const [alum, known, partnership, sender, claim] = await Promise.all([
    ports.alumni.find(personId),
    ports.people.find(personId),
    ports.directory.find(partnershipId),
    senderOf(ports, introduction),
    organisationId ? ports.directory.claim(partnershipId, organisationId) : undefined,
  ]);
  if (!alum?.consents.mail.given || !known || !partnership) return 0;
  // Whoever asked runs the partnership no longer: a yes would be refused.
  if (organisationId && claim?.status !== 'verified') return 0;
  const token = ports.newToken();
  const mail = introductionMail(
    { introduction, partnership, sender },
    {
      ...{ kind: 'introduction-reminder', to: known.account, cause: String(mark), token },
      ...{ path: 'alumni/introductions', values: { days: String(answerDays - mark) } },
      ...{ by: 'system:introductions', at },
    },
  );
  const link = { tokenHash: hashToken('introduction', token), introductionId: id, at: at.toISOString() };
  const saved = await ports.introductions.remind({ link, mail });
  return saved.ok ? 1 : 0;
};
