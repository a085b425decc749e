import type { View } from '../../view.ts';
import { arcOf } from './arc.ts';
import { japanLabel, japanRows, leadTo, type Named, usLabel } from './map-label.ts';
import { shortName } from './place-words.ts';

const placed = (named: readonly Named[]) =>
  named.flatMap(({ pair, no }) => {
    const arc = arcOf(pair);
    return arc ? [{ pair, no, arc }] : [];
  });

const No = ({ no }: { no: number | undefined }) =>
  no === undefined ? null : <tspan class="map__no">{no}</tspan>;

/** Names at both ends of the named arcs: Japan's in a column with lead lines, the others beside their dots. */
export const MapLabels = ({ view, named }: { view: View; named: readonly Named[] }) => {
  const labelled = placed(named);
  const rows = japanRows(labelled.map(({ arc }) => arc.jp));
  const { language } = view;
  return (
    <>
      {labelled.map(({ pair: { us, jp }, no, arc }, at) => {
        const row = rows[at] ?? 0;
        // 市 goes without saying on a map where every dot is one.
        const usName = shortName(language, us).replace(/市$/, '');
        const [left, right] = [japanLabel(row), usLabel(arc.us, usName)];
        return (
          <>
            <path class="map__lead" d={leadTo(arc.jp, row)} />
            <text class="map__label" text-anchor={left.anchor} x={left.x} y={left.y}>
              {shortName(language, jp)}{' '}
              {language === 'en' && jp.nameJa && (
                <tspan class="map__kanji" lang="ja">
                  {jp.nameJa}
                </tspan>
              )}{' '}
              <No no={no} />
            </text>
            <text class="map__label" text-anchor={right.anchor} x={right.x} y={right.y}>
              <No no={no} /> {usName}
            </text>
          </>
        );
      })}
    </>
  );
};

/** In the narrow frame there is room for numbers alone: the key beneath has the names. */
export const NarrowNumbers = ({ named }: { named: readonly Named[] }) => (
  <>
    {placed(named).map(({ no, arc }) => {
      if (no === undefined) return null;
      const { x, y, anchor } = usLabel(arc.us);
      const [left, top] = [x * 0.4217 - 79.8 + (anchor === 'start' ? 4 : -1), y * 0.4217 + 5];
      return (
        <text class="map__label map__no" text-anchor="middle" x={Math.round(left)} y={Math.round(top)}>
          {no}
        </text>
      );
    })}
  </>
);
