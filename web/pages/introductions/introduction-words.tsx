import type { IntroductionEntry } from '../../../shared/introductions/introduction-lists.ts';
import type { IntroductionSheet } from '../../../shared/introductions/introduction-sheet.ts';
import { type Partnership, pairOf } from '../../../shared/partnerships/partnership.ts';
import { Badge, type State } from '../../components/badge.tsx';
import { Pair } from '../../components/map/kept-pair.tsx';
import type { View } from '../../view.ts';

type Status = IntroductionSheet['status'];

const states = {
  suggested: 'todo',
  requested: 'wait',
  accepted: 'wait',
  declined: 'shut',
  expired: 'shut',
  'not-taken-up': 'shut',
  withdrawn: 'shut',
  closed: 'shut',
  connected: 'now',
  joined: 'done',
} as const satisfies Record<Status, State>;

/** Where an introduction stands, in a word. */
export const StatusBadge = ({ view, status }: { view: View; status: Status }) => (
  <Badge is={states[status]}>{view.t(`introductions.status.${status}`)}</Badge>
);

export const PartnershipPair = ({ view, partnership }: { view: View; partnership: Partnership }) => (
  <Pair view={view} pair={pairOf(partnership)} />
);

/** Who asks, and in whose name. Whoever has not said what they are called is told by that alone. */
export const askerWords = ({ t }: View, { asked }: Pick<IntroductionSheet, 'asked'>): string =>
  asked.name === ''
    ? asked.body
    : t(`introductions.field.asker.${asked.as}`, { name: asked.name, body: asked.body });

/** By name once both have said yes, else by number. */
export const alumWords = ({ t }: View, { name, number }: Pick<IntroductionEntry, 'name' | 'number'>) =>
  name || t('introductions.alum', { number });

/** The reader’s clock; where their browser has not told it, the one that their mail goes by. */
export const zoneIn = ({ viewerZone }: View): string => viewerZone ?? 'America/New_York';
