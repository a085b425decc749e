import { inLanguage } from '../../../shared/kernel/text.ts';
import { Clocks } from '../../components/clocks.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Layout } from '../../components/layout.tsx';
import { usNameOf } from '../../components/map/kept-pair.tsx';
import { Notice } from '../../components/notice.tsx';
import { Time } from '../../components/written.tsx';
import { AnswerForm, answerForm } from './answer-form.tsx';
import { AnswerGiven } from './answer-given.tsx';
import { HandOnForm, handOnForm } from './hand-on-form.tsx';
import { pausedWords } from './paused-words.ts';
import { japan, type LetterProps, momentInJapan, Plan } from './plan.tsx';

const docket = ({ view, sheet }: LetterProps) => {
  const { t } = view;
  return [
    { label: t('applications.docket.round'), value: inLanguage(sheet.round.name, view.language) },
    { label: t('applications.docket.application'), value: sheet.number },
    {
      label: t('applications.letter.docket.asked'),
      value: <Time view={view} at={sheet.asked.at} zone={japan} as="era" />,
    },
    {
      label: t('applications.letter.docket.until'),
      value: (
        <span class={sheet.answer ? undefined : 'due'}>
          <time datetime={sheet.asked.expiresAt}>{momentInJapan(view, sheet.asked.expiresAt)}</time>
        </span>
      ),
    },
  ];
};

const Letter = ({ view, sheet }: LetterProps) => {
  const { t } = view;
  const { asked, organisation, pair } = sheet;
  const greeting = t('applications.letter.greeting');
  return (
    <>
      <div class="letter__to">
        <p lang="ja">{asked.office}</p>
        <p>
          {asked.contact
            ? t('applications.letter.to.person', { name: asked.contact })
            : t('applications.letter.to.someone')}
        </p>
      </div>
      <h1>
        <span class="piece">{t('applications.letter.heading.by', { us: usNameOf(view, pair) })}</span>
        {view.language === 'en' && ' '}
        <span class="piece">{t('applications.letter.heading')}</span>
      </h1>
      <div class="flow gap-4">
        {greeting && <p>{greeting}</p>}
        <p>{t('applications.letter.request', { organisation, us: usNameOf(view, pair) })}</p>
      </div>
      <p class="letter__from">{t('applications.letter.from')}</p>
      <p class={view.language === 'ja' ? 'letter__ki' : 'label gap-4'}>{t('applications.letter.ki')}</p>
      <Plan view={view} sheet={sheet} />
      {view.language === 'ja' && <p class="letter__end">{t('applications.letter.end')}</p>}
    </>
  );
};

const About = ({ view, sheet }: LetterProps) => (
  <aside class="stick flow noprint" aria-label={view.t('applications.letter.about')}>
    {!sheet.answer && (
      // Two clocks: Japan's, which is the reader's own, and the round's.
      <Clocks
        view={{ ...view, viewerZone: undefined }}
        at={new Date(sheet.asked.expiresAt)}
        zone={sheet.round.zone}
        until="due"
        japanFirst
      />
    )}
    <h2 class="h-md">{view.t('applications.letter.about')}</h2>
    <p class="small soft">{view.t('applications.letter.about.text')}</p>
    {!sheet.answer && <p class="small soft">{view.t('applications.letter.approval')}</p>}
    <p class="small">
      <a class="tap" href={view.href('/confirm/sheet')}>
        {view.t('counterpart.sheet.link')}
      </a>
      <br />
      <span class="soft">{view.t('counterpart.sheet.link.text')}</span>
    </p>
    <p class="small">
      <a class="tap" href={view.href('/ask')}>
        {view.t('applications.letter.help')}
      </a>
    </p>
  </aside>
);

/** What the page has kept: the answer that waits for its approval, or what was typed when the page had closed. */
const Told = ({ view, sheet, back, failure }: LetterProps) => {
  const { t } = view;
  if (failure || sheet.answer) return null;
  const told = back
    ? { title: t('counterpart.back.title'), text: t('counterpart.back.text') }
    : sheet.status === 'awaiting-approval' && sheet.kept
      ? {
          title: t('counterpart.kept.title'),
          text: t('counterpart.kept.text', { when: momentInJapan(view, sheet.kept.at) }),
        }
      : undefined;
  return told ? (
    <div class="gap-3" role="status">
      <Notice>
        <p>
          <strong>{told.title}</strong>
        </p>
        <p>{told.text}</p>
      </Notice>
    </div>
  ) : null;
};

/** The letter to the Japanese city's office with its answer: to be given, or as it was given. */
export const LetterPage = (props: LetterProps) => {
  const { view, sheet } = props;
  return (
    <Layout
      view={view}
      title={view.t('applications.letter.title')}
      demo={sheet.round.demo}
      docket={docket(props)}
      bare
    >
      <div class="cols cols--letter gap-4">
        <div class="letter">
          <ErrorSummary form={answerForm(props)} />
          <ErrorSummary form={handOnForm(props)} more={pausedWords(view, props.failure, japan)} />
          <Told {...props} />
          {sheet.answer ? (
            <AnswerGiven {...props} />
          ) : (
            <>
              <Letter {...props} />
              {sheet.answers.length > 0 && <AnswerForm {...props} />}
              {sheet.answers.length > 0 && <HandOnForm {...props} />}
            </>
          )}
        </div>
        <About {...props} />
      </div>
    </Layout>
  );
};
