import type { SectionId } from '../../../shared/applications/application.ts';
import type { ApplicationView } from '../../../shared/applications/application-view.ts';
import type { SectionView } from '../../../shared/applications/section-state.ts';
import type { State } from '../../components/badge.tsx';
import type { Stop } from '../../components/line.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { filesAlone } from './reading/shown-files.ts';
import { rowsIn } from './sections/section-data.ts';

type Seen = Pick<ApplicationView, 'application' | 'round' | 'sections' | 'attachments'>;
type Section = Seen['sections'][number];

/** Where a stop is that one stands at. */
export type Here = SectionId | 'sign-off' | 'confirmation' | 'check' | undefined;

export const pathOf = (applicationId: string, part = ''): string =>
  part === '' ? `/applications/${applicationId}` : `/applications/${applicationId}/${part}`;

/** Whether the applicant holds it: what is shown is what is being written, and not what was sent. */
export const isHeld = ({ application: { status } }: Pick<Seen, 'application'>): boolean =>
  status === 'draft' || status === 'returned';

/** The sections that this round asks: without further questions there is no such section. */
export const askedSections = ({ sections, round }: Pick<Seen, 'sections' | 'round'>): readonly Section[] =>
  sections.filter(({ id }) => id !== 'questions' || round.extraQuestions.length > 0);

const missing = new Set(['required', 'too-few', 'must-agree']);

/** Only begun, or with something wrong in it: what is missing is no error yet. */
export const stateOf = ({ state, problems }: Pick<SectionView, 'state' | 'problems'>): State => {
  if (state === 'done') return 'done';
  if (state === 'not-started') return 'todo';
  return problems.every(({ code }) => missing.has(code)) ? 'now' : 'due';
};

const noteOf = ({ t }: View, section: Section, seen: Seen) => {
  const is = stateOf(section);
  const state =
    is === 'now' || is === 'due'
      ? t(`applications.task.state.${is}`, { count: section.problems.length })
      : t(is === 'done' ? 'applications.task.state.done' : 'applications.task.state.todo');
  const counted = section.id === 'attachments' ? filesAlone(seen).length : undefined;
  const list = Object.keys(section.data).find((name) => typeof section.data[name] === 'object');
  const count = counted ?? (list ? rowsIn(section.data, list).length : 0);
  const key = `applications.task.rows.${counted === undefined ? list : 'files'}`;
  return is === 'done' && count > 0 && isMessageKey(key)
    ? t('applications.task.with', { state, what: t(key, { count }) })
    : state;
};

const sectionPath = (seen: Seen, { id }: Section, is: State) => {
  const { application } = seen;
  if (!isHeld(seen) && application.submission) return `${pathOf(application.id, 'submitted')}#${id}`;
  return is === 'due' ? `${pathOf(application.id, id)}?check=1` : pathOf(application.id, id);
};

/** The sections as stops, each leading to its page or, once sent, to what was sent; what is wrong is shown at once. */
export const sectionStops = (view: View, seen: Seen, here: Here): readonly Stop[] =>
  askedSections(seen).map((section) => {
    const is = stateOf(section);
    return {
      name: view.t(`applications.section.${section.id}`),
      path: sectionPath(seen, section, is),
      is,
      note: noteOf(view, section, seen),
      here: here === section.id,
    };
  });

const signOffState = {
  none: 'todo',
  requested: 'wait',
  'link-expired': 'due',
  outdated: 'due',
  signed: 'done',
} as const satisfies Record<ApplicationView['signOff']['state'], State>;

const answerState = {
  'not-requested': 'todo',
  requested: 'wait',
  'awaiting-approval': 'wait',
  revoked: 'todo',
  'changes-proposed': 'due',
  confirmed: 'done',
  declined: 'due',
} as const satisfies Record<ApplicationView['confirmation']['status'], State>;

const day = ({ format, viewerZone }: View, at: string, zone: string) => format.date(at, viewerZone ?? zone);

export const signOffNote = (view: View, { application, signOff, round }: ApplicationView): string => {
  const { state, asked, signed } = signOff;
  const person = state === 'signed' || state === 'outdated' ? signed : asked;
  const values = { name: person?.name ?? '', when: person ? day(view, person.at, round.zone) : '' };
  if (state === 'signed' && signed?.signedOn)
    return view.t('paper.sign.recorded', { ...values, on: view.format.date(signed.signedOn) });
  if (state === 'none' && application.paper) return view.t('paper.sign.none');
  return view.t(`applications.task.sign-off.${state}`, values);
};

export const answerNote = (view: View, { confirmation, round }: ApplicationView): string => {
  const { status, expired, asked } = confirmation;
  const values = { office: asked?.office ?? '', when: asked ? day(view, asked.at, round.zone) : '' };
  return view.t(`applications.task.counterpart.${expired ? 'expired' : status}`, values);
};

/** What others have to do, and the end of the line: open as far as the act is allowed. */
export const lastStops = (view: View, seen: ApplicationView, here: Here): readonly Stop[] => {
  const { t } = view;
  const { application, actions, signOff, confirmation } = seen;
  const done = askedSections(seen).every(({ state }) => state === 'done') && signOff.state === 'signed';
  const may = (act: ApplicationView['actions'][number]) => actions.includes(act);
  return [
    {
      name: t('applications.task.sign-off'),
      path:
        may('request-sign-off') || may('record-signature') ? pathOf(application.id, 'sign-off') : undefined,
      is: signOffState[signOff.state],
      note: signOffNote(view, seen),
      here: here === 'sign-off',
    },
    {
      name: t('applications.task.counterpart'),
      path: pathOf(application.id, 'confirmation'),
      is: confirmation.expired ? 'due' : answerState[confirmation.status],
      note: answerNote(view, seen),
      here: here === 'confirmation',
    },
    {
      name: t(isHeld(seen) ? 'applications.task.check' : 'applications.task.sent'),
      path: may('edit') ? pathOf(application.id, 'check') : undefined,
      is: application.submission && !isHeld(seen) ? 'done' : done ? 'todo' : 'shut',
      note: isHeld(seen)
        ? t(done ? 'applications.task.check.open' : 'applications.task.check.shut')
        : t(`applications.status.${application.status}`),
      here: here === 'check',
    },
  ];
};
