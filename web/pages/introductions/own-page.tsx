import type { Failure } from '../../../shared/failures.ts';
import type { IntroductionSheet } from '../../../shared/introductions/introduction-sheet.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { ContactBand } from './contact.tsx';
import { PartnershipPair } from './introduction-words.tsx';
import { outcomeEntries } from './outcome-entries.tsx';
import { ReportForm } from './report-form.tsx';
import { AnswerButtons, RequestFacts } from './request-facts.tsx';

type Props = {
  view: View;
  sheet: IntroductionSheet;
  failure?: Failure | undefined;
  /** What was done a moment ago. */
  done?: 'saved' | 'reported' | undefined;
};

const Step = ({
  view,
  sheet,
  act,
}: Pick<Props, 'view' | 'sheet'> & { act: 'leave' | 'refuse' | 'block' | 'unblock' }) => {
  const { t } = view;
  return (
    <Form view={view} version={sheet.version} class="flow gap-3">
      {act !== 'unblock' && <p>{t(`introductions.one.${act}.text`)}</p>}
      <p class="acts">
        <button class="go2" type="submit" name="act" value={act}>
          {t(`introductions.one.${act}`)}
        </button>
      </p>
    </Form>
  );
};

/** One introduction as its alum sees it: who asks, what stands, how to write to each other, and the ways out. */
export const OwnIntroductionPage = ({ view, sheet, failure, done }: Props) => {
  const { t, href } = view;
  const { actions, status } = sheet;
  const isAsked = actions.includes('accept');
  return (
    <Layout view={view} title={t('introductions.one.title')}>
      <Head
        over={t('introductions.one.title')}
        title={<PartnershipPair view={view} partnership={sheet.partnership} />}
      />
      {done && (
        <Notice>
          <p role="status">
            {t(done === 'reported' ? 'introductions.one.report.done' : 'introductions.one.answered')}
          </p>
        </Notice>
      )}
      {failure && failure.kind !== 'invalid-input' && (
        <ErrorSummary form={formOf(view, { failure, labels: {} })} />
      )}
      <ContactBand view={view} sheet={sheet} />
      <div class="column flow gap-4">
        <RequestFacts view={view} sheet={sheet} headed more={outcomeEntries(view, sheet)} />
        {isAsked && (
          <Form view={view} class="flow">
            <AnswerButtons view={view} asked={sheet.asked} />
          </Form>
        )}
      </div>
      <Band id="guard" title={t('introductions.one.guard')}>
        <div class="column flow">
          {status === 'accepted' && <Step view={view} sheet={sheet} act="refuse" />}
          {actions.includes('leave') && <Step view={view} sheet={sheet} act="leave" />}
          {sheet.blocked && <p>{t('introductions.one.blocked')}</p>}
          <Step view={view} sheet={sheet} act={sheet.blocked ? 'unblock' : 'block'} />
          <ReportForm view={view} failure={failure} />
        </div>
      </Band>
      <p class="gap-4">
        <a class="tap" href={href('/alumni/introductions')}>
          {t('introductions.mine.title')}
        </a>
      </p>
    </Layout>
  );
};
