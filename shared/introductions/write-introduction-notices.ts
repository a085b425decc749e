import type { KnownPerson, People } from '../accounts/account.port.ts';
import { leads, mayEdit } from '../kernel/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Messages } from '../messages/message.port.ts';
import type { Partnerships } from '../partnerships/partnership.port.ts';
import type { AskedAlumni } from './asked-alumni.port.ts';
import type { Introductions } from './introduction.port.ts';
import type { Introduction } from './introduction.ts';
import { introductionMail } from './introduction-mail.ts';
import { senderOf } from './introduction-sender.ts';
import { ownerOf } from './introduction-sheet.ts';

type Ports = {
  introductions: Pick<Introductions, 'find'>;
  alumni: Pick<AskedAlumni, 'find'>;
  people: Pick<People, 'find' | 'membersOf'>;
  directory: Pick<Partnerships, 'find' | 'organisation' | 'claimsOn'>;
  messages: Pick<Messages, 'save'>;
  clock: Clock;
};

type Kind = Parameters<typeof introductionMail>[1]['kind'];
type Note = {
  readonly to: 'alum' | 'asker' | 'connector' | 'coordinators';
  readonly kind: Kind;
  readonly values?: Readonly<Record<string, string>>;
};

const answered = (answer: 'yes' | 'no') =>
  ({ to: 'asker', kind: 'introduction-answered', values: { answer } }) as const;
const alumToldNo: Note = { to: 'alum', kind: 'introduction-answered', values: { answer: 'no' } };

/** Who is told of what. A no and no answer read the same; whoever said it is not told of it. */
const notesOf = (introduction: Introduction, { type }: DomainEvent, isByAlum: boolean): readonly Note[] => {
  const isLead = introduction.asked.as === 'lead';
  if (type === 'introduction-accepted')
    return isLead ? [{ to: 'coordinators', kind: 'introduction-accepted' }] : [];
  if (type === 'introduction-connected')
    return [
      { to: 'alum', kind: 'introduction-connected' },
      { to: 'connector', kind: 'introduction-connected' },
      ...(isLead ? [answered('yes')] : []),
    ];
  if (type === 'introduction-declined') return [answered('no'), ...(isByAlum ? [] : [alumToldNo])];
  // Answered means that the alum had said yes, and the partnership let the days pass.
  if (type === 'introduction-expired')
    return [answered('no'), ...(introduction.answeredAt ? [alumToldNo] : [])];
  return type === 'introduction-joined'
    ? [{ to: 'alum', kind: 'introduction-joined', values: { role: introduction.joined?.role ?? '' } }]
    : [];
};

/** The mails an introduction's event causes, each once: a second delivery finds the first one's by their ids. */
export const writeIntroductionNotices =
  (ports: Ports) =>
  async (event: DomainEvent): Promise<void> => {
    const introduction = await ports.introductions.find(event.subject.replace(/^introduction#/, ''));
    if (!introduction) return;
    // Under whichever of their accounts.
    const alum = await ports.people.find(introduction.personId);
    const alumIds = ['link:introduction', introduction.personId, alum?.account.id];
    const notes = notesOf(introduction, event, alumIds.includes(event.by));
    if (notes.length === 0) return;
    const [partnership, sender] = await Promise.all([
      ports.directory.find(introduction.partnershipId),
      senderOf(ports, introduction),
    ]);
    if (!partnership) return;
    const { id, partnershipId } = introduction;
    for (const { to, kind, values } of notes)
      for (const { account } of await readersOf(ports, introduction, to)) {
        const pages = {
          alum: `alumni/introductions/${id}`,
          asker:
            introduction.asked.as === 'lead'
              ? `chapters/${introduction.chapter}`
              : `workspace/${partnershipId}/introductions/${id}`,
          connector: `workspace/${partnershipId}/introductions/${id}`,
          coordinators: `workspace/${partnershipId}/introductions/${id}`,
        };
        const mail = introductionMail(
          { introduction, partnership, sender },
          {
            ...{ kind, to: account, cause: event.id, path: pages[to] },
            ...(values && { values }),
            ...{ by: 'system:mail', at: ports.clock() },
          },
        );
        // A conflict means that an earlier delivery of this event has written it.
        await ports.messages.save(mail);
      }
  };

const readersOf = async (
  ports: Ports,
  { personId, partnershipId, asked, connected, chapter, organisationId }: Introduction,
  to: Note['to'],
): Promise<readonly KnownPerson[]> => {
  const known = async (id: string | undefined) => {
    const found = id === undefined ? undefined : await ports.people.find(id);
    return found ? [found] : [];
  };
  if (to === 'alum') {
    const alum = await ports.alumni.find(personId);
    return alum?.consents.mail.given ? known(personId) : [];
  }
  // Whoever has left hears nothing more of it.
  if (to === 'asker' && asked.as === 'lead')
    return (await known(asked.by)).filter(({ actor }) => chapter !== undefined && leads(actor, chapter));
  if (to !== 'coordinators') {
    const theirs = (await known(to === 'asker' ? asked.by : connected?.by)).filter(
      ({ actor }) => organisationId !== undefined && mayEdit(actor, organisationId),
    );
    if (to === 'asker' || theirs.length > 0 || organisationId === undefined) return theirs;
    // Who said yes for it has left since: whom the alum sees in their place hears of it, or nobody would.
    const heir = await ownerOf(ports.people, organisationId);
    return heir ? [heir] : [];
  }
  const claims = await ports.directory.claimsOn(partnershipId);
  const verified = claims.filter(({ status }) => status === 'verified');
  const members = await Promise.all(
    verified.map(({ organisationId }) => ports.people.membersOf(organisationId)),
  );
  const ids = new Set(
    members
      .flat()
      .filter(({ as }) => as !== 'viewer')
      .map((one) => one.personId),
  );
  return (await Promise.all([...ids].map(known))).flat();
};
