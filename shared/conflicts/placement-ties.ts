import type { Placement } from './placement.ts';

type Tie = Omit<Placement, 'contractingOrganisation'>;

/** What one placement ties a person to: the place served, and the town that employed them, where it is another. */
export const tiesOf = ({ contractingOrganisation, ...served }: Placement): readonly Tie[] => {
  const employer = contractingOrganisation?.place;
  const town = employer?.municipality?.code;
  return town === undefined || town === served.place.municipality?.code
    ? [served]
    : [served, { ...served, place: employer as Tie['place'] }];
};
