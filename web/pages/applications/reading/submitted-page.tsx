import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { SubmissionView } from '../../../../shared/applications/submission-view.ts';
import { SummaryList } from '../../../components/lists.tsx';
import type { View } from '../../../view.ts';
import { SentOnPaper } from '../../papers/paper-mark.tsx';
import { ApplicationFrame } from '../application-frame.tsx';
import { askedSections, pathOf } from '../task-stops.ts';
import { joined } from '../words.ts';
import { Answers } from './answers.tsx';
import type { ShownFile } from './shown-files.ts';

type Props = { view: View; seen: ApplicationView; sent: SubmissionView };

/** A signature on paper has a day of its own beside the instant at which it was recorded. */
export const signedWords = (
  { t, format }: View,
  name: string,
  { at, signedOn }: { readonly at: string; readonly signedOn?: string | undefined },
  zone: string,
): string =>
  signedOn
    ? t('paper.sign.recorded', { name, on: format.date(signedOn), when: format.moment(at, zone) })
    : t('applications.sign-off.signed', { name, when: format.moment(at, zone) });

/** Sign-off and the Japanese office's answer, as they stood when it was sent. */
export const Signature = ({ view, seen, sent }: Props) => {
  const { signOff, confirmation } = sent.submission;
  const zone = view.viewerZone ?? seen.round.zone;
  const name = signOff.name || view.t('applications.submitted.erased');
  return (
    <SummaryList
      entries={[
        {
          label: view.t('applications.task.sign-off'),
          value: signedWords(view, joined(view, [name, signOff.title]), signOff, zone),
        },
        ...(confirmation
          ? [
              {
                label: view.t('applications.task.counterpart'),
                value: (
                  <>
                    {view.t('applications.ask.provenance', { domain: confirmation.domain })}
                    {confirmation.note && <p class="words">{confirmation.note}</p>}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
};

export const sentFiles = ({ submission }: SubmissionView): readonly ShownFile[] =>
  submission.attachments.map(({ size, ...file }) => ({ ...file, bytes: size, state: 'ready' }));

/** What was sent, word for word, from the snapshot: what is written afterwards does not show here. */
export const SubmittedPage = (props: Props) => {
  const { view, seen, sent } = props;
  const { t, format } = view;
  const when = format.moment(sent.receipt.at, view.viewerZone ?? seen.round.zone);
  const files = sentFiles(sent);
  return (
    <ApplicationFrame view={view} seen={seen} title={t('applications.submitted.title')}>
      <h2>{t('applications.submitted.title')}</h2>
      <p class="gap-1">{t('applications.submitted.lede', { when })}</p>
      <SentOnPaper
        view={view}
        paper={sent.receipt.paper}
        at={sent.receipt.at}
        zone={view.viewerZone ?? seen.round.zone}
      />
      <div class="answers">
        {askedSections(seen).map(({ id }) => (
          <section class="band" aria-labelledby={`read-${id}`} id={id}>
            <h3 class="h-lg" id={`read-${id}`}>
              {t(`applications.section.${id}`)}
            </h3>
            <Answers
              view={view}
              section={id}
              data={sent.submission.sections[id]}
              round={seen.round}
              files={files}
              filesAt={pathOf(seen.application.id, 'files')}
            />
          </section>
        ))}
        <section class="band" aria-labelledby="others">
          <h3 class="h-lg" id="others">
            {t('applications.check.others')}
          </h3>
          <Signature {...props} />
        </section>
      </div>
    </ApplicationFrame>
  );
};
