import type { Actor, Person } from '../../shared/kernel/actor.ts';
import type { MessageKey } from '../messages/translate.ts';

type Door = { readonly path: string; readonly words: MessageKey };

const forAll: readonly Door[] = [
  { path: '/rounds', words: 'site.nav.rounds' },
  { path: '/partnerships', words: 'site.nav.partnerships' },
  { path: '/awards', words: 'site.nav.awards' },
  { path: '/alumni', words: 'site.nav.alumni' },
  { path: '/ask', words: 'site.nav.ask' },
];
const due: Door = { path: '/my', words: 'site.nav.due' };
const reviews: Door = { path: '/reviews', words: 'site.nav.reviews' };
const forStaff: readonly Door[] = [
  { path: '/staff', words: 'site.nav.today' },
  { path: '/staff/rounds', words: 'site.nav.staff-rounds' },
  { path: '/staff/outbox', words: 'site.nav.outbox' },
  { path: '/staff/people', words: 'site.nav.people' },
];

const chapters = (actor: Person): readonly Door[] => {
  const [led] = actor.roles.flatMap((role) => (role.kind === 'lead' ? [role.chapterId] : []));
  return led ? [{ path: `/chapters/${led}`, words: 'site.nav.chapter' }] : [];
};

/** The doors in the masthead. Work comes first; staff and reviewers find the public pages behind the mark. */
export const doorsFor = (actor: Actor): readonly Door[] => {
  if (actor.kind !== 'person') return forAll;
  const holds = (kind: string) => actor.roles.some((role) => role.kind === kind);
  if (holds('staff')) return [...forStaff, ...(holds('reviewer') ? [reviews] : [])];
  if (holds('reviewer') && !holds('member')) return [reviews, ...chapters(actor), ...forAll];
  if (holds('lead') && !holds('member')) return [...chapters(actor), ...forAll];
  return [due, ...(holds('reviewer') ? [reviews] : []), ...chapters(actor), ...forAll];
};

/** The door one is behind: the longest path that this page's begins with. */
export const doorBehind = (doors: readonly Door[], path: string): Door | undefined => {
  // Staff come to an application, and to a list to search, by its round.
  const here = path.replace(/\?.*$/, '').replace(/^\/staff\/(applications|lists)\//, '/staff/rounds/');
  return doors
    .filter((door) => here === door.path || here.startsWith(`${door.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
};
