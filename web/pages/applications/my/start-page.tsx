import type { MyApplication } from '../../../../shared/applications/application-view.ts';
import type { Failure } from '../../../../shared/failures.ts';
import { inLanguage } from '../../../../shared/kernel/text.ts';
import type { OwnOrganisation } from '../../../../shared/partnerships/list-my-organisations.ts';
import { CheckField, RadioField } from '../../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../../components/form/error-summary.tsx';
import { Form } from '../../../components/form/form.tsx';
import { formOf } from '../../../components/form/form-state.ts';
import { TextField } from '../../../components/form/text-fields.tsx';
import type { Typed } from '../../../components/form/typed.ts';
import { Head } from '../../../components/head.tsx';
import { Layout } from '../../../components/layout.tsx';
import { pairWords } from '../../../components/map/place-words.ts';
import { Empty, Notice } from '../../../components/notice.tsx';
import { Outbox } from '../../../components/outbox.tsx';
import type { View } from '../../../view.ts';
import { OwnTwins } from '../same-pair.tsx';
import type { OpenRound } from '../use-cases.ts';

export type StartPageProps = {
  view: View;
  rounds: readonly OpenRound[];
  organisations: readonly OwnOrganisation[];
  /** All that the reader's organisations have: those that this one could be meant to be are pointed out. */
  applications: readonly MyApplication[];
  /** What was chosen already, by a link from a round or a partnership. */
  chosen?: { round?: string | undefined; partnership?: string | undefined; checked?: string | undefined };
  typed?: Typed | undefined;
  failure?: Failure | undefined;
};

/** An organisation and the partnership it has claimed, as one choice: `<organisation> <partnership>`. */
export const choiceValue = (organisationId: string, partnershipId: string) =>
  `${organisationId} ${partnershipId}`;

const claimsIn = (organisations: readonly OwnOrganisation[]) =>
  organisations
    .filter(({ as }) => as !== 'viewer')
    .flatMap(({ organisation, claims }) =>
      claims
        .filter(({ claim }) => claim.status !== 'refused')
        .map(({ claim, partnership }) => ({ organisation, claim, partnership })),
    );

type Lack = 'no-round' | 'no-organisation' | 'viewer' | 'no-claim';
const doors = {
  'no-round': '/rounds',
  'no-organisation': '/organisations/new',
  'no-claim': '/partnerships',
  viewer: undefined,
} as const satisfies Record<Lack, string | undefined>;

/** What has to be there first; undefined where one can start. */
const lackOf = ({ rounds, organisations }: StartPageProps): Lack | undefined => {
  if (organisations.length === 0) return 'no-organisation';
  if (organisations.every(({ as }) => as === 'viewer')) return 'viewer';
  if (claimsIn(organisations).length === 0) return 'no-claim';
  return rounds.length === 0 ? 'no-round' : undefined;
};

const Lacking = ({ view, lack, checked }: { view: View; lack: Lack; checked: string | undefined }) => {
  const door = doors[lack];
  return (
    <Empty title={view.t(`applications.new.${lack}.title`)} level={2}>
      <p>{view.t(`applications.new.${lack}.text`)}</p>
      {checked && door && <p>{view.t('applications.new.checked')}</p>}
      {door && lack !== 'viewer' && (
        <p>
          <a class="go" href={view.href(door)}>
            {view.t(`applications.new.${lack}.link`)}
          </a>
        </p>
      )}
    </Empty>
  );
};

const roundChoices = ({ view, rounds }: StartPageProps) =>
  rounds.map((round) => ({
    value: round.id,
    label: inLanguage(round.name, view.language),
    note: view.t('applications.new.round.note', {
      when: view.format.moment(round.instants.closes, round.zone),
    }),
  }));

const pairChoices = ({ view, organisations }: StartPageProps) =>
  claimsIn(organisations).map(({ organisation, claim, partnership }) => ({
    value: choiceValue(organisation.id, partnership.id),
    label: pairWords(view.language, partnership),
    note: `${organisation.legalName}${view.language === 'ja' ? '、' : ', '}${view.t(
      claim.status === 'verified' ? 'applications.new.claim.verified' : 'applications.new.claim.claimed',
    )}`,
  }));

const only = <Item,>(items: readonly Item[]) => (items.length === 1 ? items[0] : undefined);

/** What there is already for these partnerships in these rounds; nothing forbids another one. */
const Already = ({ view, rounds, organisations, applications }: StartPageProps) => {
  const pairs = new Set(claimsIn(organisations).map(({ partnership }) => partnership.id));
  const own = applications
    .filter(
      ({ application, round }) =>
        pairs.has(application.partnershipId) && rounds.some(({ id }) => id === round.id),
    )
    .filter(({ application }) => application.status !== 'withdrawn')
    .map(({ application: { id, title, status }, number, round: { name } }) => ({
      ...{ id, title, status, number },
      ...(rounds.length > 1 && { round: inLanguage(name, view.language) }),
    }));
  return own.length === 0 ? null : (
    <div class="gap-4">
      <Notice>
        <p>
          <strong>{view.t('duplicates.new.title')}</strong>
        </p>
        <p>{view.t('duplicates.new.text')}</p>
        <OwnTwins view={view} own={own} />
      </Notice>
    </div>
  );
};

const StartForm = (props: StartPageProps) => {
  const { view, chosen, typed, failure } = props;
  const { t } = view;
  const [rounds, pairs] = [roundChoices(props), pairChoices(props)];
  const form = formOf(view, {
    values: {
      roundId: rounds.find(({ value }) => value === chosen?.round)?.value ?? only(rounds)?.value,
      for:
        pairs.find(({ value }) => value.split(' ')[1] === chosen?.partnership)?.value ?? only(pairs)?.value,
    },
    typed,
    failure,
    labels: {
      roundId: t('applications.new.round'),
      for: t('applications.new.partnership'),
      title: t('applications.new.name'),
    },
  });
  const claim = <a href={view.href('/partnerships')}>{t('applications.new.claim-link')}</a>;
  return (
    <>
      <ErrorSummary form={form} />
      <Already {...props} />
      <Form view={view} class="gap-4">
        {chosen?.checked && <input type="hidden" name="checked" value={chosen.checked} />}
        <RadioField form={form} name="roundId" choices={rounds} />
        <RadioField form={form} name="for" choices={pairs} hint={t('applications.new.partnership.hint')} />
        <p class="small gap-1">
          {t('applications.new.other-partnership')} {claim}
        </p>
        <div class="fields">
          <TextField form={form} name="title" hint={t('applications.new.name.hint')} />
          {props.applications.length > 0 && (
            <CheckField form={form} name="copy" label={t('forms.copy.start')} />
          )}
        </div>
        <div class="gap-4">
          <Outbox view={view} title="" mail={[]} level={2}>
            {t('applications.new.nobody')}
          </Outbox>
        </div>
        <div class="acts gap-3">
          <button class="go" type="submit">
            {t('applications.new.go')}
          </button>
        </div>
      </Form>
    </>
  );
};

/** Round, organisation with its partnership, and a working title; or what is needed first. */
export const StartPage = (props: StartPageProps) => {
  const { view, rounds } = props;
  const { t } = view;
  const lack = lackOf(props);
  return (
    <Layout view={view} title={t('applications.new.title')} demo={rounds.some(({ demo }) => demo)}>
      <Head title={t('applications.new.title')} lede={lack ? undefined : t('applications.new.lede')} />
      <div class="column">
        {lack ? (
          <Lacking view={view} lack={lack} checked={props.chosen?.checked} />
        ) : (
          <StartForm {...props} />
        )}
      </div>
    </Layout>
  );
};
