import type { IntroductionSheet } from '../../../shared/introductions/introduction-sheet.ts';
import { Form } from '../../components/form/form.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import type { MessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { AnswerButtons, RequestFacts } from './request-facts.tsx';

type Props = { view: View; sheet: IntroductionSheet };
type Words = { readonly title: MessageKey; readonly text: MessageKey };

const wordsOf = ({ status, asked }: IntroductionSheet): Words => {
  if (status === 'declined')
    return { title: 'introductions.link.declined.title', text: 'introductions.link.declined' };
  const isYes = status === 'accepted' || status === 'connected' || status === 'joined';
  if (isYes && asked.as === 'lead' && status === 'accepted')
    return { title: 'introductions.link.accepted.title', text: 'introductions.link.accepted.lead' };
  return isYes
    ? { title: 'introductions.link.accepted.title', text: 'introductions.link.accepted' }
    : { title: 'introductions.link.ended.title', text: 'introductions.link.ended' };
};

const SignInDoor = ({ view }: Pick<Props, 'view'>) => (
  <p class="acts gap-3">
    <a class="go2" href={view.href('/alumni/introductions')}>
      {view.t('introductions.link.sign-in')}
    </a>
  </p>
);

/** What the mail asks, with its two buttons; or what became of it. Looking at it changes nothing. */
export const AnswerPage = ({ view, sheet }: Props) => {
  const { t } = view;
  const isAsked = sheet.actions.includes('accept');
  const words = wordsOf(sheet);
  const title = isAsked ? t('introductions.link.title') : t(words.title);
  return (
    <Layout view={view} title={title} bare>
      <Head title={title} lede={isAsked ? t('introductions.link.lede') : t(words.text)} near />
      <div class="column flow">
        <RequestFacts view={view} sheet={sheet} />
        {isAsked ? (
          <Form view={view} class="flow gap-4">
            <AnswerButtons view={view} asked={sheet.asked} />
            <p class="small soft">{t('introductions.link.nothing')}</p>
          </Form>
        ) : (
          <SignInDoor view={view} />
        )}
      </div>
    </Layout>
  );
};

/** A token that nobody was given, or half of one. */
export const GoneAnswerPage = ({ view }: Pick<Props, 'view'>) => (
  <Layout view={view} title={view.t('introductions.link.gone.title')} bare>
    <Head title={view.t('introductions.link.gone.title')} lede={view.t('introductions.link.gone')} near />
    <SignInDoor view={view} />
  </Layout>
);
