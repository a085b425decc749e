import type { Child } from 'hono/jsx';
import type { ApplicationView } from '../../../shared/applications/application-view.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { instantsOf } from '../../../shared/programs/round.ts';
import { Clocks } from '../../components/clocks.tsx';
import type { DocketCell } from '../../components/docket.tsx';
import { Layout } from '../../components/layout.tsx';
import { Line } from '../../components/line.tsx';
import { Pair } from '../../components/map/kept-pair.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { PaperNote } from '../papers/paper-mark.tsx';
import { askedSections, type Here, lastStops, pathOf, sectionStops } from './task-stops.ts';

type Brief = Pick<ApplicationView, 'application' | 'number' | 'round'> & { changedAt?: string | undefined };

/** Which paper this is: round, number with state, pair, last change. */
export const docketOf = (
  view: View,
  { application, number, round, changedAt }: Brief,
): readonly DocketCell[] => {
  const { t } = view;
  const state = t(`applications.status.${application.status}`);
  return [
    { label: t('applications.docket.round'), value: inLanguage(round.name, view.language) },
    {
      label: t('applications.docket.application'),
      value: t('applications.docket.numbered', { number, state }),
    },
    { label: t('applications.docket.partnership'), value: <Pair view={view} pair={application.pair} /> },
    {
      label: t('applications.docket.change'),
      value: (
        <Time
          view={view}
          at={changedAt ?? application.createdAt}
          as="moment"
          zone={view.viewerZone ?? round.zone}
        />
      ),
    },
  ];
};

/** The latest instant at which anything of it was saved or happened. */
export const lastChange = ({ application, sections, history }: ApplicationView): string =>
  [application.createdAt, ...sections.flatMap(({ savedAt }) => savedAt ?? []), ...history.map(({ at }) => at)]
    .sort()
    .at(-1) ?? application.createdAt;

type ClocksProps = { view: View; seen: Pick<ApplicationView, 'application' | 'round' | 'lastInstant'> };

/** When it has to be sent: the round's close with its grace, or the day staff have given. */
export const ClosingClocks = ({ view, seen: { application, round, lastInstant } }: ClocksProps) => {
  // The day on which a paper came counts, and no clock runs against who types it.
  if (application.paper) return <ExtensionNote view={view} application={application} zone={round.zone} />;
  if (round.cancelled) return null;
  const { closes, lastInstant: last } = instantsOf({ ...round, reviewDue: round.closes });
  return (
    <>
      {new Date(lastInstant) > last ? (
        <Clocks view={view} at={new Date(lastInstant)} zone={round.zone} until="due" />
      ) : (
        <Clocks
          view={view}
          at={closes}
          zone={round.zone}
          graceMinutes={round.graceMinutes}
          ics={`/rounds/${round.id}.ics`}
        />
      )}
      <ExtensionNote view={view} application={application} zone={round.zone} />
    </>
  );
};

type NoteProps = { view: View; application: ApplicationView['application']; zone: string };

/** That staff gave this application more time, or took it back, and why: wherever its clocks stand. */
const ExtensionNote = ({ view: { t, format }, application: { extension }, zone }: NoteProps) => {
  if (!extension) return null;
  const { until, reason, ended } = extension;
  return (
    <p class="words small gap-2">
      {ended
        ? t('sent.extension.notice.ended', { at: format.moment(ended.at, zone), reason: ended.reason })
        : t('sent.extension.notice', { until: format.moment(until, zone), reason })}
    </p>
  );
};

type Props = {
  view: View;
  seen: ApplicationView;
  title: string;
  here?: Here;
  /** The sections stand aside on wide screens and are left out on a phone: one thing per page. */
  aside?: boolean;
  children: Child;
};

const Sections = ({ view, seen, here }: Pick<Props, 'view' | 'seen' | 'here'>) => {
  const asked = askedSections(seen);
  const done = asked.filter(({ state }) => state === 'done').length;
  return (
    <nav aria-labelledby="sections" class="gap-4">
      <h2 class="h-md" id="sections">
        {view.t('applications.task.sections')}{' '}
        <span class="aside">{view.t('applications.task.done', { done, all: asked.length })}</span>
      </h2>
      <div class="gap-3">
        <Line view={view} stops={[...sectionStops(view, seen, here), ...lastStops(view, seen, here)]} />
      </div>
    </nav>
  );
};

/** A page of one application: docket, title, and the line of sections beside what the page is about. */
export const ApplicationFrame = ({ view, seen, title, here, aside = true, children }: Props) => {
  const { application, round } = seen;
  const changedAt = lastChange(seen);
  const name = application.title;
  return (
    <Layout
      view={view}
      title={title === name ? name : `${title}, ${name}`}
      demo={round.demo}
      docket={docketOf(view, { ...seen, changedAt })}
    >
      <div class="cols cols--task gap-4">
        <div class="flow">
          <div>
            <p class="head__over soft small">{view.t('applications.task.over')}</p>
            <h1 class={aside ? 'task__title' : undefined}>{name}</h1>
            <PaperNote view={view} paper={application.paper} zone={view.viewerZone ?? round.zone} />
            {aside && (
              <p class="task__back">
                <a class="tap" href={view.href(pathOf(application.id))}>
                  {view.t('applications.section.back')}
                </a>
              </p>
            )}
          </div>
          <div class={aside ? 'task__aside' : undefined}>
            <Sections view={view} seen={seen} here={here} />
          </div>
        </div>
        <div>
          <div class="column">{children}</div>
        </div>
      </div>
    </Layout>
  );
};
