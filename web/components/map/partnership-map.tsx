import type { Child } from 'hono/jsx';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import type { Coordinates } from '../../../shared/reference/coordinates.ts';
import land from '../../../shared/reference/land.json' with { type: 'json' };
import { mapPoint, mapSize } from '../../../shared/reference/map-projection.ts';
import type { View } from '../../view.ts';
import { arcOf, dotsOf, pathsByState } from './arc.ts';
import type { Named } from './map-label.ts';
import { MapLabels, NarrowNumbers } from './map-labels.tsx';

type Props = {
  view: View;
  /** Every arc but those below. */
  pairs: readonly Pick<Partnership, 'us' | 'jp'>[];
  /** Drawn darker. */
  funded?: readonly Pick<Partnership, 'us' | 'jp'>[];
  /** Drawn darkest, with labels; numbered where the page has a key to them. */
  named?: readonly Named[];
  /** Dots, larger for more: where people served. */
  served?: readonly { readonly at: Coordinates; readonly count: number }[];
  title: string;
  description: string;
  /** The legend, or what the map leaves out. */
  children?: Child;
};

// A stroke keeps its width whatever the frame is scaled to, so that both frames draw the same paths.
const fixed = { 'vector-effect': 'non-scaling-stroke' };

/** The narrow frame: the same drawing at this scale, cut at the edges of what is drawn. */
const narrow = { width: 360, height: 172, place: 'translate(-79.8 3.3) scale(.4217)' } as const;

type Strokes = { part: string; class: string };
const strokes: readonly Strokes[] = [
  { part: 'plain', class: 'map__arcs' },
  { part: 'dots', class: 'map__dots' },
  { part: 'funded', class: 'map__arcs map__arcs--award' },
  { part: 'named', class: 'map__arcs map__arcs--named' },
  { part: 'ends', class: 'map__dots map__dots--award' },
];

const pathsOf = ({ pairs, funded = [], named = [] }: Props): Readonly<Record<string, readonly string[]>> => {
  const marked = named.map(({ pair }) => pair);
  return {
    plain: pathsByState(pairs),
    dots: [dotsOf(pairs)],
    funded: funded.flatMap((pair) => arcOf(pair)?.path ?? []),
    named: marked.flatMap((pair) => arcOf(pair)?.path ?? []),
    ends: [dotsOf([...funded, ...marked])],
  };
};

/** Twice the people, twice the area; the smallest is still to be seen. */
const Served = ({ served }: { served: NonNullable<Props['served']> }) => (
  <g class="map__served" id="map-served">
    {served.map(({ at, count }) => {
      const [x, y] = mapPoint(at.latitude, at.longitude);
      return (
        <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r={Math.min(12, 2.5 + Math.sqrt(count)).toFixed(1)} />
      );
    })}
  </g>
);

const Frame = ({
  id,
  props,
  size,
  children,
}: {
  id: 'wide' | 'narrow';
  props: Props;
  size: typeof mapSize | typeof narrow;
  children: Child;
}) => (
  <svg
    class={`map__svg map__svg--${id}`}
    viewBox={`0 0 ${size.width} ${size.height}`}
    role="img"
    aria-labelledby={`map-${id}-title map-${id}-description`}
  >
    <title id={`map-${id}-title`}>{props.title}</title>
    <desc id={`map-${id}-description`}>{props.description}</desc>
    {children}
  </svg>
);

/** Arcs from Japan to the United States. The page says the same in a list or table beside it. One to a page. */
export const PartnershipMap = (props: Props) => {
  const { view, named = [], served = [], children } = props;
  const paths = pathsOf(props);
  const drawn = strokes.filter(({ part }) => paths[part]?.some((path) => path !== ''));
  return (
    <figure class="map open-top">
      <Frame id="wide" props={props} size={mapSize}>
        <path class="map__land" id="map-land" {...fixed} d={land.path} />
        {drawn.map((stroke) => (
          <g class={stroke.class}>
            <g id={`map-${stroke.part}`}>
              {paths[stroke.part]?.map((path) => (
                <path {...fixed} d={path} />
              ))}
            </g>
          </g>
        ))}
        {served.length > 0 && <Served served={served} />}
        <MapLabels view={view} named={named} />
      </Frame>
      <Frame id="narrow" props={props} size={narrow}>
        <g transform={narrow.place}>
          <use href="#map-land" />
          {drawn.map((stroke) => (
            <g class={stroke.class}>
              <use href={`#map-${stroke.part}`} />
            </g>
          ))}
          {served.length > 0 && <use href="#map-served" />}
        </g>
        <NarrowNumbers named={named} />
      </Frame>
      <figcaption>
        {children}
        <p class="soft">{view.t('public.map.credit')}</p>
      </figcaption>
    </figure>
  );
};
