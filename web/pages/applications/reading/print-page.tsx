import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { SubmissionView } from '../../../../shared/applications/submission-view.ts';
import { Head } from '../../../components/head.tsx';
import { Layout } from '../../../components/layout.tsx';
import { SummaryList } from '../../../components/lists.tsx';
import { Notice } from '../../../components/notice.tsx';
import type { View } from '../../../view.ts';
import { PaperNote } from '../../papers/paper-mark.tsx';
import { docketOf, lastChange } from '../application-frame.tsx';
import { answerNote, askedSections, pathOf, signOffNote } from '../task-stops.ts';
import { Answers } from './answers.tsx';
import { filesOf } from './shown-files.ts';
import { Signature, sentFiles } from './submitted-page.tsx';
import { EarlierCheck } from './trail-findings.tsx';

type Props = {
  view: View;
  seen: ApplicationView;
  /** A version as it was sent; without it what is being written. */
  sent?: SubmissionView | undefined;
};

/** Which text this is: one that was never sent says so on every print. */
const Standing = ({ view, seen, sent }: Props) => {
  const { t, format } = view;
  const { paper } = seen.application;
  if (!sent)
    return (
      <Notice>
        <PaperNote view={view} paper={paper} zone={view.viewerZone ?? seen.round.zone} />
        <p>
          <strong>{t('forms.print.not-submitted')}</strong>{' '}
          {t('forms.print.not-submitted.text', {
            when: format.moment(lastChange(seen), view.viewerZone ?? seen.round.zone),
          })}
        </p>
      </Notice>
    );
  const { number, no, at, sha256 } = sent.receipt;
  return (
    <SummaryList
      entries={[
        { label: t('forms.print.number'), value: t('forms.print.number.version', { number, no }) },
        ...(sent.receipt.paper
          ? [{ label: t('paper.receipt.received-on'), value: format.date(sent.receipt.paper.receivedOn) }]
          : []),
        {
          label: t(sent.receipt.paper ? 'paper.receipt.entered' : 'forms.print.received'),
          value: format.moment(at, view.viewerZone ?? sent.round.zone),
        },
        { label: 'SHA-256', value: <span class="words">{sha256}</span> },
      ]}
    />
  );
};

const Others = ({ view, seen, sent }: Props) =>
  sent ? (
    <Signature view={view} seen={seen} sent={sent} />
  ) : (
    <SummaryList
      entries={[
        { label: view.t('applications.task.sign-off'), value: signOffNote(view, seen) },
        { label: view.t('applications.task.counterpart'), value: answerNote(view, seen) },
      ]}
    />
  );

/** The other texts there are to print: the draft while it is held, and each version that was sent. */
const Versions = ({ view, seen, sent }: Props) => {
  const { t } = view;
  const last = seen.application.submission?.no ?? 0;
  const path = pathOf(seen.application.id, 'print');
  const others = Array.from({ length: last }, (_, at) => at + 1).filter((no) => no !== sent?.receipt.no);
  return others.length === 0 ? null : (
    <p class="gap-2 noprint">
      {others.map((no) => (
        <>
          <a class="tap" href={view.href(`${path}?version=${no}`)}>
            {t('forms.print.version', { no })}
          </a>{' '}
        </>
      ))}
    </p>
  );
};

/** The whole application on paper, in the page's language: as it stands, or as a version of it was sent. */
export const PrintPage = (props: Props) => {
  const { view, seen, sent } = props;
  const { t } = view;
  const { application, organisation } = seen;
  const round = sent?.round ?? seen.round;
  const files = sent ? sentFiles(sent) : filesOf(seen);
  const dataOf = (section: ReturnType<typeof askedSections>[number]) =>
    sent ? sent.submission.sections[section.id] : section.data;
  return (
    <Layout
      view={view}
      title={`${t('applications.print.title')}, ${application.title}`}
      demo={round.demo}
      docket={docketOf(view, { ...seen, changedAt: lastChange(seen) })}
    >
      <Head title={application.title} over={organisation} lede={t('forms.print.lede')} />
      <div class="column answers printed">
        <Standing {...props} />
        <Versions {...props} />
        {askedSections({ ...seen, round }).map((section) => (
          <section class="band" aria-labelledby={`read-${section.id}`} id={section.id}>
            <h2 class="h-lg" id={`read-${section.id}`}>
              {t(`applications.section.${section.id}`)}
            </h2>
            <Answers
              view={view}
              section={section.id}
              data={dataOf(section)}
              round={round}
              files={files}
              counted
            />
            {section.id === 'eligibility' && seen.eligibilityCheck && (
              <EarlierCheck view={view} trail={seen.eligibilityCheck} zone={view.viewerZone ?? round.zone} />
            )}
          </section>
        ))}
        <section class="band" aria-labelledby="others">
          <h2 class="h-lg" id="others">
            {t('applications.check.others')}
          </h2>
          <Others {...props} />
        </section>
        <p class="gap-4 noprint">
          <a class="tap" href={view.href(pathOf(application.id))}>
            {t('applications.back')}
          </a>
        </p>
      </div>
    </Layout>
  );
};
