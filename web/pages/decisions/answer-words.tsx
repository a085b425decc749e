import type { Application } from '../../../shared/applications/application.ts';
import type { Round } from '../../../shared/programs/round.ts';
import type { View } from '../../view.ts';

/** When staff recorded the answer to an award, and why, as its applicant and staff read it; by the round's clock. */
export const recordedWords = (
  { t, format }: View,
  { recorded }: Pick<Application, 'recorded'>,
  { zone }: Pick<Round, 'zone'>,
): string =>
  recorded
    ? t('awards.answer.recorded', { at: format.moment(recorded.at, zone), reason: recorded.reason })
    : '';

/** What became of an award, for staff: what the applicant answered, or what staff recorded and why. */
export const answerWords = (view: View, application: Application, round: Round) => {
  const { status, recorded } = application;
  const known = status === 'accepted' || status === 'declined-by-applicant' ? status : 'withdrawn';
  if (!recorded) return <p>{view.t(`awards.answer.by-applicant.${known}`)}</p>;
  return (
    <>
      <p>{view.t(known === 'accepted' ? 'awards.answer.accept' : 'awards.answer.decline-award')}</p>
      <p class="soft">{recordedWords(view, application, round)}</p>
    </>
  );
};
