import type { ApplicationView } from '../../../shared/applications/application-view.ts';
import type { View } from '../../view.ts';
import { askedSections, pathOf, stateOf } from './task-stops.ts';

export type NextStep = { readonly path: string; readonly words: string };

/** The one thing to do now, of what this person may do: first what is wrong, then what is missing, in order. */
export const nextStep = (view: View, seen: ApplicationView): NextStep | undefined => {
  const { t } = view;
  const { application, actions, signOff, confirmation } = seen;
  const { id } = application;
  const may = (act: ApplicationView['actions'][number]) => actions.includes(act);
  if (may('accept')) return { path: pathOf(id, 'outcome'), words: t('applications.task.next.outcome') };
  if (!may('edit'))
    return (
      application.submission && { path: pathOf(id, 'receipt'), words: t('applications.task.next.receipt') }
    );

  const asked = askedSections(seen);
  const open = asked.find((one) => stateOf(one) === 'due') ?? asked.find(({ state }) => state !== 'done');
  if (open) {
    const path = pathOf(id, open.id);
    const section = t(`applications.section.${open.id}`);
    return {
      path: stateOf(open) === 'due' ? `${path}?check=1` : path,
      words: t('applications.task.next.section', { section }),
    };
  }
  if (may('ask-counterpart') && !may('record-signature') && confirmation.status === 'not-requested')
    return { path: pathOf(id, 'confirmation'), words: t('applications.task.next.counterpart') };
  if ((may('request-sign-off') || may('record-signature')) && signOff.state !== 'signed')
    return { path: pathOf(id, 'sign-off'), words: t('applications.task.next.sign-off') };
  return { path: pathOf(id, 'check'), words: t('applications.task.next.check') };
};
