import { alumNumber, type Offer } from '../../../shared/alumni/alum.ts';
import { purposes } from '../../../shared/alumni/consent.ts';
import type { OwnAlum } from '../../../shared/alumni/view-alum.ts';
import type { Placement } from '../../../shared/conflicts/placement.ts';
import { policyThemes, themes } from '../../../shared/kernel/theme.ts';
import { jetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { Band } from '../../components/head.tsx';
import { type Entry, SummaryList } from '../../components/lists.tsx';
import { livesIn, placeWords } from '../../components/places/place-words.ts';
import type { View } from '../../view.ts';
import type { Said } from './said.ts';
import { pathOf, type Step, steps } from './steps.ts';

type Props = { view: View; own: OwnAlum; said: Said };

/** All that somebody has said, page by page, each with the way to change it. */
export const Summary = (props: Props) => (
  <>
    {steps.map((step) => (
      <Band id={step} title={props.view.t(`alumni.step.${step}`)}>
        <SummaryList entries={entriesOf(step, props)} />
        <p class="gap-2">
          <a class="tap" href={props.view.href(pathOf(step))}>
            {props.view.t('alumni.me.change')}
            <span class="sr">: {props.view.t(`alumni.step.${step}`)}</span>
          </a>
        </p>
      </Band>
    ))}
  </>
);

const entriesOf = (step: Step, props: Props): readonly Entry[] => {
  const { view, said } = props;
  if (step === 'served') return servedEntries(props);
  if (step === 'home') return homeEntries(props);
  if (step === 'consents') return consentEntries(props);
  return said.offer ? offerEntries(view, said.offer) : missing(view, step);
};

const missing = ({ t }: View, step: Step): readonly Entry[] => [
  { label: t(`alumni.step.${step}`), value: <span class="soft">{t('alumni.me.missing')}</span> },
];

const yearsOf = ({ t }: View, { from, to }: Placement) =>
  to === undefined
    ? t('alumni.check.years.on', { from: String(from) })
    : t('alumni.check.years', { from: String(from), to: String(to) });

const servedEntries = ({ view, said }: Props): readonly Entry[] =>
  said.placements.length === 0
    ? missing(view, 'served')
    : said.placements.map((one) => ({
        label: view.t(`alumni.role.${one.role}`),
        value: view.t('alumni.check.served', {
          place: placeWords(view, one.place),
          years: yearsOf(view, one),
        }),
      }));

const homeEntries = ({ view, said }: Props): readonly Entry[] => {
  const { t, person } = view;
  const name = [person?.account.name, said.nameJa].filter(Boolean).join(' · ');
  return [
    { label: t('alumni.home.name'), value: name || <span class="soft">{t('alumni.me.missing')}</span> },
    {
      label: t('places.field.home.in'),
      value: said.home ? livesIn(view, said.home) : <span class="soft">{t('alumni.me.missing')}</span>,
    },
  ];
};

const offerEntries = ({ t, language }: View, offer: Offer): readonly Entry[] => {
  const listed = (words: readonly string[]) =>
    words.join(language === 'ja' ? '、' : ', ') || t('alumni.me.nothing');
  const topics = [
    ...themes.filter((one) => offer.topics.includes(one)).map((one) => t(`site.theme.${one}`)),
    ...policyThemes.filter((one) => offer.topics.includes(one)).map((one) => t(`alumni.topic.${one}`)),
  ];
  return [
    { label: t('alumni.offer.japanese'), value: t(`alumni.level.${offer.japanese}`) },
    { label: t('alumni.offer.languages'), value: listed(offer.languages) },
    { label: t('alumni.offer.ways'), value: listed(offer.ways.map((one) => t(`alumni.way.${one}`))) },
    { label: t('alumni.offer.fields'), value: listed(offer.fields.map((one) => t(`alumni.field.${one}`))) },
    { label: t('alumni.offer.skills'), value: listed(offer.skills) },
    { label: t('alumni.offer.topics'), value: listed(topics) },
    { label: t('alumni.offer.availability'), value: t(`alumni.availability.${offer.availability}`) },
    { label: t('alumni.offer.most'), value: String(offer.most) },
    {
      label: t('alumni.offer.chapter'),
      value: (offer.chapter && jetaaChapter(offer.chapter)?.name) || t('alumni.offer.chapter.none'),
    },
  ];
};

const consentEntries = ({ view, own, said }: Props): readonly Entry[] => {
  const { t, format } = view;
  const { choices } = said;
  if (!choices) return missing(view, 'consents');
  return purposes.map((one) => {
    const at = own.alum?.consents[one].at;
    const given = at
      ? t('alumni.consents.given', { when: format.date(at, view.viewerZone ?? 'UTC') })
      : t('alumni.consents.yes');
    return {
      label: t(`alumni.consent.${one}.short`),
      value: choices[one] ? given : t('alumni.consents.not'),
    };
  });
};

/** Under which number partnerships know somebody who has registered. */
export const OwnNumber = ({ view, own: { alum } }: Pick<Props, 'view' | 'own'>) =>
  alum ? <p class="small soft">{view.t('alumni.me.number', { number: alumNumber(alum.alumId) })}</p> : null;
