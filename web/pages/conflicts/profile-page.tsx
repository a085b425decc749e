import { formerOf } from '../../../shared/conflicts/former-facts.ts';
import { japaneseLevels } from '../../../shared/conflicts/person-profile.ts';
import type { OwnProfile } from '../../../shared/conflicts/view-person-profile.ts';
import type { Failure } from '../../../shared/failures.ts';
import { themes } from '../../../shared/kernel/theme.ts';
import { CheckboxField, CheckField, RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { HomeFields } from '../../components/places/home-fields.tsx';
import { placeLabel } from '../../components/places/place-labels.ts';
import { livesIn } from '../../components/places/place-words.ts';
import { placeProblem } from '../../components/places/problem-words.ts';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { Formerly } from './formerly.tsx';
import { Organisations, Partnerships, Placements } from './profile-rows.tsx';
import { profileValues } from './profile-values.ts';

type Props = {
  view: View;
  own: OwnProfile;
  /** How the partnerships of the profile are written, by id. */
  pairs: ReadonlyMap<string, string>;
  saved: boolean;
  failure?: Failure | undefined;
};
type Of = { form: FormState };

const spare = 2;

/** What a reviewer says of themselves: conflicts are computed from it at each step, and assignment goes by it. */
export const ProfilePage = ({ view, own, pairs, saved, failure }: Props) => {
  const { t, href } = view;
  const form = formOf(view, {
    values: profileValues(own.profile, pairs),
    typed: failure || view.returned ? view.typed : undefined,
    failure,
    labels: (name) => {
      const key = `conflicts.profile.${name.replaceAll(/\.\d+/g, '')}`;
      return placeLabel(view, name) ?? (isMessageKey(key) ? t(key) : undefined);
    },
    words: (problem) =>
      problem.code === 'not-a-partnership' || problem.code === 'too-many-removed'
        ? t(`conflicts.profile.${problem.code}`)
        : placeProblem(view, problem),
  });
  // As many as are filled, those that were typed among them, and two to spare.
  const rows = (group: 'placements' | 'organisations' | 'partnerships') =>
    Math.max(own.profile?.[group].length ?? 0, 1 + Math.max(-1, ...view.typed.rowNumbers(group))) + spare;
  // Of placements, which take room, one to spare.
  const placements = Math.max(spare, rows('placements') - 1);
  return (
    <Layout view={view} title={t('conflicts.profile.title')}>
      <Head title={t('conflicts.profile.title')} lede={t('conflicts.profile.lede')} near />
      {saved && (
        <Notice>
          <p role="status">{t('conflicts.profile.saved')}</p>
        </Notice>
      )}
      <Unresolved view={view} own={own} />
      <ErrorSummary form={form} />
      <Form view={view} version={own.version} class="flow">
        <Name form={form} />
        <Home form={form} />
        <Placements form={form} count={placements} />
        <Organisations form={form} count={rows('organisations')} />
        <Partnerships form={form} count={rows('partnerships')} />
        <Expertise form={form} />
        <Formerly view={view} formerly={own.profile ? formerOf(own.profile) : []} pairs={pairs} />
        <Outbox view={view} title="" mail={[]}>
          {t('conflicts.profile.next')}
        </Outbox>
        <p class="acts">
          <button class="go" type="submit">
            {t('conflicts.profile.go')}
          </button>
          <a href={href('/reviews')}>{t('reviews.back')}</a>
        </p>
      </Form>
    </Layout>
  );
};

const Unresolved = ({ view, own }: Pick<Props, 'view' | 'own'>) => {
  const { home, placements = [] } = own.profile ?? {};
  const all = [...(home?.in === 'japan' ? [home.place] : []), ...placements.map(({ place }) => place)];
  const lost = all.filter(({ municipality }) => !municipality);
  const state = home?.in === 'us' && home.city === '' ? livesIn(view, home) : undefined;
  return lost.length === 0 && !state ? null : (
    <Notice>
      {lost.length > 0 && (
        <p>{view.t('conflicts.profile.unresolved', { places: lost.map(({ text }) => text).join(', ') })}</p>
      )}
      {state && <p>{view.t('conflicts.profile.state-alone', { state })}</p>}
    </Notice>
  );
};

const Name = ({ form }: Of) => {
  const { t, href, person } = form.view;
  return (
    <Band id="name" title={t('conflicts.profile.name')} lede={t('conflicts.profile.name.lede')}>
      <SummaryList
        entries={[
          {
            label: t('conflicts.profile.name.account'),
            value: person?.account.name || t('conflicts.profile.name.none'),
            act: (
              <a href={href('/account')}>
                {t('conflicts.profile.name.change')}
                <span class="sr"> ({t('conflicts.profile.name.account')})</span>
              </a>
            ),
          },
        ]}
      />
      <div class="gap-3">
        <TextField form={form} name="nameJa" hint={t('conflicts.profile.nameJa.hint')} optional />
      </div>
    </Band>
  );
};

const Home = ({ form }: Of) => (
  <Band id="home" title={form.view.t('conflicts.profile.home')}>
    <HomeFields form={form} />
  </Band>
);

const Expertise = ({ form }: Of) => {
  const { t } = form.view;
  return (
    <Band
      id="expertise"
      title={t('conflicts.profile.expertise')}
      lede={t('conflicts.profile.expertise.lede')}
    >
      <CheckboxField
        form={form}
        name="themes"
        choices={themes.map((value) => ({ value, label: t(`site.theme.${value}`) }))}
        optional
      />
      <CheckField form={form} name="business" />
      <RadioField
        form={form}
        name="japanese"
        choices={japaneseLevels.map((value) => ({ value, label: t(`conflicts.profile.japanese.${value}`) }))}
      />
      <TextField form={form} name="languages" hint={t('conflicts.profile.languages.hint')} optional />
    </Band>
  );
};
