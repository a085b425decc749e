import type { People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import { type Application, receiptNumber } from '../applications/application.ts';
import type { Clock } from '../kernel/clock.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Questions } from '../programs/question.port.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Messages } from './message.port.ts';
import type { Message } from './message.ts';
import { type Notice, noticeTo } from './notice.ts';
import type { NoticeEvent } from './route-change.ts';

type Ports = {
  applications: Pick<Applications, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  people: Pick<People, 'find' | 'membersOf'>;
  questions: Pick<Questions, 'find'>;
  messages: Pick<Messages, 'save'>;
  clock: Clock;
};

type Belonging = 'owner' | 'editor' | 'viewer';
/** `page` is the one of the application's pages that says more; its first where none is named. */
type Rule = { readonly kind: Message['kind']; readonly to: readonly Belonging[]; readonly page?: string };
const complaint: Rule = { kind: 'complaint-step', to: ['owner'], page: '/complaint' };
const recorded: Rule = { kind: 'answer-recorded', to: ['owner'], page: '/outcome' };

/** All that mail lives on but what other writers write: an event with a rule and no line there would reach nobody. */
type AboutApplication = Exclude<
  NoticeEvent,
  'question-answered' | 'discussion-opened' | `round-${string}` | `introduction-${string}`
>;

/** Who of an organisation is told of what: a receipt goes to owners, work to do to editors as well. */
const told: Readonly<Record<string, Rule>> = {
  'application-submitted': { kind: 'receipt', to: ['owner'] },
  'application-returned': { kind: 'application-returned', to: ['owner', 'editor'] },
  'application-extended': { kind: 'application-extended', to: ['owner', 'editor'] },
  'application-extension-ended': { kind: 'application-extended', to: ['owner', 'editor'] },
  'application-acceptance-recorded': recorded,
  'application-refusal-recorded': recorded,
  'complaint-received': complaint,
  'complaint-taken-up': complaint,
  'complaint-upheld': complaint,
  'complaint-not-upheld': complaint,
  'complaint-withdrawn': complaint,
  'counterpart-answered': {
    kind: 'counterpart-answered',
    to: ['owner', 'editor'],
    page: '/confirmation',
  },
  'counterpart-mail-bounced': {
    kind: 'counterpart-bounced',
    to: ['owner', 'editor'],
    page: '/confirmation',
  },
  'sign-off-mail-bounced': { kind: 'sign-off-bounced', to: ['owner', 'editor'], page: '/sign-off' },
} satisfies Readonly<Record<AboutApplication, Rule>>;

/** The messages an event causes, each once: a second delivery finds the first one's messages by their ids. */
export const writeNotices =
  (ports: Ports) =>
  async (event: DomainEvent): Promise<void> => {
    const [aggregate, id] = event.subject.split('#');
    if (!id) return;
    if (aggregate === 'question') return writeAnswer(ports, event, id);
    const rule = told[event.type];
    const application = rule && (await ports.applications.find(id));
    if (!application) return;
    const [round, members] = await Promise.all([
      ports.rounds.find(application.roundId),
      ports.people.membersOf(application.organisationId),
    ]);
    const notice: Notice = {
      kind: rule.kind,
      // A complaint has a subject of its own; its mail is about the application, so that a conflict hides it, too.
      about: `application#${application.id}`,
      roundId: application.roundId,
      values: { ...valuesOf(application, event, rule), ...(round && { zone: round.zone }) },
    };
    for (const { personId } of members.filter(({ as }) => rule.to.includes(as))) {
      const person = await ports.people.find(personId);
      // A conflict means that an earlier delivery of this event has written it.
      if (person) await ports.messages.save(noticeTo(person.account, notice, event, ports.clock()));
    }
  };

/** The office's answer as the mail's words choose by it. */
const verdicts: Readonly<Record<string, string>> = {
  confirm: 'confirmed',
  confirmed: 'confirmed',
  'propose-changes': 'proposed',
  'changes-proposed': 'proposed',
};

const valuesOf = (
  application: Application,
  event: DomainEvent,
  { page = '' }: Rule,
): Record<string, string> => ({
  title: application.title,
  us: application.pair.us,
  jp: application.pair.jp,
  jpJa: application.pair.jpJa,
  number: receiptNumber(application.id),
  at: event.at,
  sha256: String(event.data.sha256 ?? ''),
  paper: event.data.receivedOn ? 'yes' : 'no',
  ...(event.data.receivedOn && { receivedOn: String(event.data.receivedOn) }),
  verdict: verdicts[String(event.data.answer)] ?? 'declined',
  ...toldOf(application, event),
  answer: application.status,
  // As the mail's words choose by it: letters alone.
  step: event.type.replaceAll(/^complaint|-/g, ''),
  path: `applications/${application.id}${page}`,
});

/** Why and until when: of the extension where the event is about that, of what was asked or recorded otherwise. */
const toldOf = ({ extension, returned, recorded }: Application, { type, data }: DomainEvent) => {
  if (type === 'application-extended')
    return { extension: 'given', reason: extension?.reason ?? '', until: String(data.until) };
  if (type === 'application-extension-ended')
    return { extension: 'ended', reason: extension?.ended?.reason ?? '', until: '' };
  return { reason: (returned ?? recorded)?.reason ?? '', until: returned?.until ?? '' };
};

const writeAnswer = async (ports: Ports, event: DomainEvent, questionId: string) => {
  const found = await ports.questions.find(questionId);
  if (!found?.answer) return;
  const asker = { id: 'asker', version: 1, createdAt: event.at, ...found.asker };
  const values = { question: found.text, answer: found.answer.text };
  const notice: Notice = { kind: 'question-answered', about: event.subject, values };
  await ports.messages.save(noticeTo(asker, notice, event, ports.clock()));
};
