import * as z from 'zod';

/** The program's four themes, by the ids its own papers imply. */
export const themes = [
  'business-development',
  'sustainability',
  'creative-economies',
  'young-professionals',
] as const;
export const themeSchema = z.enum(themes);
export type Theme = z.output<typeof themeSchema>;

/** What the policy paper adds to them, for which funding comes from elsewhere: alumni and partnerships may name them too. */
export const policyThemes = [
  'economic-inclusion',
  'climate-and-energy',
  'aging-and-shrinking-cities',
  'rural-and-agriculture',
  'forestry-and-timber',
  'workation-and-mentoring',
  'tech-entrepreneurship',
  'disaster-resilience',
] as const;
/** Everything a partnership and an alum may have in common to work on. */
export const topics = [...themes, ...policyThemes] as const;
export const topicSchema = z.enum(topics);
export type Topic = z.output<typeof topicSchema>;
