import type { People } from '../accounts/account.port.ts';
import type { Account } from '../accounts/account.ts';
import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import type { Clock } from '../kernel/clock.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { allOf } from '../kernel/page.ts';
import { type Bilingual, inLanguage } from '../kernel/text.ts';
import { instantOf } from '../kernel/zoned-time.ts';
import { formNoOf } from '../programs/form-version.ts';
import type { Rounds } from '../programs/round.port.ts';
import { instantsOf, type Round } from '../programs/round.ts';
import type { Messages } from './message.port.ts';
import type { Message } from './message.ts';
import { noticeTo } from './notice.ts';
import type { NoticeEvent } from './route-change.ts';

type Ports = {
  applications: Pick<Applications, 'ofRound'>;
  rounds: Pick<Rounds, 'find'>;
  people: Pick<People, 'find' | 'membersOf'>;
  messages: Pick<Messages, 'save'>;
  clock: Clock;
};

type Rule = {
  readonly kind: Message['kind'];
  readonly as: readonly ('owner' | 'editor' | 'viewer')[];
  readonly concerns: (application: Application, round: Round, event: DomainEvent) => boolean;
  readonly says: (round: Round) => { readonly reason?: Bilingual; readonly values: Record<string, string> };
};

const isUnsent = ({ status }: Application) => status === 'draft' || status === 'returned';

const told: Readonly<Record<string, Rule>> = {
  // Whoever writes has more time; what was sent needs none.
  'round-extended': {
    kind: 'round-extended',
    as: ['owner', 'editor'],
    concerns: isUnsent,
    says: (round) => ({
      ...(round.extended && { reason: round.extended.reason }),
      values: {
        closes: instantsOf(round).closes.toISOString(),
        was: instantOf(round.extended?.from ?? round.closes, round.zone).toISOString(),
      },
    }),
  },
  'round-cancelled': {
    kind: 'round-cancelled',
    as: ['owner', 'editor'],
    concerns: ({ status }) => status !== 'withdrawn',
    says: ({ cancelled }) => ({ ...(cancelled && { reason: cancelled.reason }), values: {} }),
  },
  // Those started since then have the new form already.
  'round-form-changed': {
    kind: 'form-changed',
    as: ['owner'],
    concerns: (application, _, { data }) =>
      isUnsent(application) && formNoOf(application) < Number(data.form),
    says: () => ({ values: {} }),
  },
} satisfies Readonly<Record<Extract<NoticeEvent, `round-${string}`>, Rule>>;

/**
 * What a change of a whole round says to its applicants: one mail for each application to each of its people. A second
 * delivery finds the first one's messages by their ids. Walks the round's heads, linear.
 */
export const writeRoundNotices =
  (ports: Ports) =>
  async (event: DomainEvent): Promise<void> => {
    const rule = told[event.type];
    const roundId = event.subject.replace(/^round#/, '');
    const round = rule && (await ports.rounds.find(roundId));
    if (!round) return;
    const applications = await allOf((position) => ports.applications.ofRound(roundId, position));
    for (const application of applications.filter((one) => rule.concerns(one, round, event))) {
      const members = await ports.people.membersOf(application.organisationId);
      for (const { personId } of members.filter(({ as }) => rule.as.includes(as))) {
        const person = await ports.people.find(personId);
        if (person)
          await ports.messages.save(noticeOf(person.account, { application, round, rule, event }, ports));
      }
    }
  };

type About = {
  readonly application: Application;
  readonly round: Round;
  readonly rule: Rule;
  readonly event: DomainEvent;
};

const noticeOf = (account: Account, { application, round, rule, event }: About, { clock }: Ports) => {
  const { reason, values } = rule.says(round);
  const about = `application#${application.id}`;
  const notice = {
    kind: rule.kind,
    about,
    roundId: round.id,
    values: {
      ...values,
      title: application.title,
      round: inLanguage(round.name, account.language),
      reason: reason ? inLanguage(reason, account.language) : '',
      zone: round.zone,
      path: `applications/${application.id}`,
    },
  };
  // Of one person's two applications in the round each has its own mail, so the application is part of the cause.
  return noticeTo(account, notice, { ...event, subject: about }, clock());
};
