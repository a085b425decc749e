import { complaintsUntil } from '../../../shared/complaints/complaint.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { instantOf } from '../../../shared/kernel/zoned-time.ts';
import { eligibilitySentences } from '../../../shared/programs/eligibility-sentence.ts';
import { takesSubmissions } from '../../../shared/programs/round.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import { Badge } from '../../components/badge.tsx';
import { Clocks } from '../../components/clocks.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Line } from '../../components/line.tsx';
import { Facts } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { phaseMarks } from './phase.ts';
import { RankingTermsList } from './ranking-terms.tsx';
import { roundLine } from './round-line.ts';
import { RubricTable } from './rubric-table.tsx';

type Props = { view: View; round: SeenRound };

/** The call: when, for what, who may apply, how it is read, and the way in. */
export const RoundPage = ({ view, round }: Props) => {
  const { t, language } = view;
  const name = inLanguage(round.name, language);
  return (
    <Layout
      view={view}
      title={name}
      demo={round.demo}
      docket={[
        { label: t('programs.docket.round'), value: name },
        {
          label: t('programs.state'),
          value: <Badge is={phaseMarks[round.phase]}>{t(`programs.phase.${round.phase}`)}</Badge>,
        },
        { label: t('programs.maximum'), value: view.format.money(round.maximumAwardCents) },
        {
          label: t('programs.closes'),
          value: <Time view={view} at={round.instants.closes} zone={round.zone} />,
        },
      ]}
    >
      <div class="cols cols--lead">
        <div class="flow">
          <Head over={t('programs.program')} title={name} lede={inLanguage(round.summary, language)} near />
          <Extended view={view} round={round} />
          <WayIn view={view} round={round} />
        </div>
        {!round.cancelled && <RoundClocks view={view} round={round} />}
      </div>
      {!round.cancelled && (
        <Band id="line" title={t('programs.line.title')}>
          <Line view={view} stops={roundLine(view, round)} flat />
        </Band>
      )}
      <Funded view={view} round={round} />
      <WhoMayApply view={view} round={round} />
      <Band id="rubric" title={t('programs.rubric.title')} lede={t('programs.rubric.lede')}>
        <RubricTable view={view} criteria={round.rubric.criteria} />
        <h3 class="gap-4">{t('ranking.terms.title')}</h3>
        <RankingTermsList view={view} round={round} />
      </Band>
      <Band id="ask" title={t('programs.ask.title')} lede={t('programs.ask.lede')}>
        <p class="acts">
          <a href={view.href(`/rounds/${round.id}/questions`)}>{t('programs.ask.read')}</a>
          <a href={view.href(`/ask?round=${round.id}`)}>{t('programs.ask.own')}</a>
        </p>
      </Band>
      <Band id="complaints" title={t('complaints.public.title')}>
        <p class="measure">{t('complaints.public.text', { days: round.complaintDays })}</p>
        <LastDay view={view} round={round} />
        <p class="measure gap-1">{t('complaints.public.who')}</p>
      </Band>
    </Layout>
  );
};

/** Once the outcome is announced the day is known, and nobody has to count. */
const LastDay = ({ view: { t, format, call }, round }: Props) => {
  const until = complaintsUntil(round);
  return until ? (
    <p class="measure gap-1">
      <strong>
        {t(call.receivedAt > until ? 'complaints.public.over' : 'complaints.public.until', {
          until: format.moment(until, round.zone),
        })}
      </strong>
    </p>
  ) : null;
};

/** A later close than the one first stated, and why. */
const Extended = ({ view: { t, language, format }, round }: Props) =>
  round.extended && !round.cancelled ? (
    <Notice>
      <p>
        <strong>
          {t('rounds.extended.public', {
            was: format.moment(instantOf(round.extended.from, round.zone), round.zone),
            closes: format.moment(round.instants.closes, round.zone),
          })}
        </strong>
      </p>
      <p>{inLanguage(round.extended.reason, language)}</p>
    </Notice>
  ) : null;

const WayIn = ({ view: { t, href, call, language }, round }: Props) => {
  const open = takesSubmissions(round, call.receivedAt);
  const check = `/rounds/${round.id}/eligibility`;
  if (round.cancelled)
    return (
      <Notice>
        <p>
          <strong>{t('rounds.cancelled.public')}</strong>
        </p>
        <p>{inLanguage(round.cancelled.reason, language)}</p>
      </Notice>
    );
  if (!open && round.phase !== 'upcoming')
    return <p>{t(round.phase === 'announced' ? 'programs.way-in.announced' : 'programs.way-in.closed')}</p>;
  return (
    <>
      <div class="acts gap-3">
        {open && (
          <a class="go" href={href(`/applications/new?round=${round.id}`)}>
            {t('programs.way-in.go')}
          </a>
        )}
        <a class={open ? undefined : 'go'} href={href(check)}>
          {t('programs.way-in.check')}
        </a>
      </div>
      <p class="small soft">{t(open ? 'programs.way-in.note' : 'programs.way-in.upcoming')}</p>
    </>
  );
};

const RoundClocks = ({ view, round }: Props) => {
  const upcoming = round.phase === 'upcoming';
  return (
    <Clocks
      view={view}
      at={new Date(upcoming ? round.instants.opens : round.instants.closes)}
      zone={round.zone}
      until={upcoming ? 'opens' : 'closes'}
      graceMinutes={upcoming ? undefined : round.graceMinutes}
      ics={`/rounds/${round.id}.ics`}
    />
  );
};

const Funded = ({ view, round }: Props) => {
  const { t, format } = view;
  return (
    <Band id="funded" title={t('programs.funded.title')} lede={t('programs.funded.lede')}>
      <Facts
        facts={[
          { label: t('programs.funded.maximum'), value: format.money(round.maximumAwardCents) },
          { label: t('programs.funded.envelope'), value: format.money(round.envelopeCents) },
          { label: t('programs.funded.slots'), value: format.number(round.slots) },
          { label: t('programs.funded.match'), value: format.percent(round.matchPercent) },
        ]}
      />
      <h3 class="gap-4">{t('programs.funded.themes')}</h3>
      <ul class="points gap-1">
        {round.themes.map((theme) => (
          <li>{t(`site.theme.${theme}`)}</li>
        ))}
      </ul>
    </Band>
  );
};

const WhoMayApply = ({ view: { t, href, language }, round }: Props) => (
  <Band id="who" title={t('programs.who.title')} lede={t('programs.who.lede')}>
    <ul class="points measure">
      {eligibilitySentences(round).map(({ sentence }) => (
        <li>{inLanguage(sentence, language)}</li>
      ))}
    </ul>
    <p class="gap-2">
      <a class="tap" href={href(`/rounds/${round.id}/eligibility`)}>
        {t('programs.way-in.check')}
      </a>
    </p>
  </Band>
);
