import type { DemoProject } from './contents.ts';
import { moreProjects } from './more-projects.ts';

export type Made = Omit<DemoProject, 'leaves' | 'returns'> & { readonly partnershipId: string };

/** Made-up plans for real city pairs. */
export const projects = {
  austin: {
    partnershipId: 'austin-tx-oita',
    us: 'Austin',
    jp: 'Oita',
    jpJa: '大分市',
    title: 'A music festival on two rivers',
    theme: 'creative-economies',
    focus: 'Independent music and the people who make its evenings possible',
    airport: 'Austin – Oita',
    what: 'Austin and Oita both have riverside stages, small labels and more musicians than evenings to play. Six people who run stages, labels and schools visit Oita for a week, plan one shared festival evening in each city and agree on who pays for what. Four Oita bands play in Austin the next spring; four Austin bands play by the Oita river in autumn.',
    partner: 'River Stages Alliance',
    follows:
      'A shared evening in each city every year, chosen by a jury of both. The two music schools teach one course together by video, and its students run the evening’s sound and light.',
    people: 6,
    fare: 1180,
    measured: 'Two shared evenings with 1,200 guests',
  },
  tacoma: {
    partnershipId: 'tacoma-wa-kitakyushu',
    us: 'Tacoma',
    jp: 'Kitakyushu',
    jpJa: '北九州市',
    title: 'Glass, steel and the cities that make them',
    theme: 'creative-economies',
    focus: 'Makers’ districts in former industrial quarters',
    airport: 'Seattle – Fukuoka',
    what: 'Tacoma turned its warehouses into glass studios; Kitakyushu is turning steel yards into a makers’ district. Five studio owners and a planner spend a week with the offices and firms that do the same work there, and come back with a joint catalogue and three residencies for makers of each city.',
    partner: 'Foundry District Studios',
    follows:
      'Three residencies a year in each direction, and a shared catalogue that both cities’ museums sell. The planners meet by video each quarter.',
    people: 6,
    fare: 1090,
    measured: 'Six residencies and one catalogue',
  },
  lakeland: {
    partnershipId: 'lakeland-fl-imabari',
    us: 'Lakeland',
    jp: 'Imabari',
    jpJa: '今治市',
    title: 'A shop window for two towns of makers',
    theme: 'business-development',
    focus: 'First exports of very small firms',
    airport: 'Orlando – Matsuyama',
    what: 'Lakeland and Imabari both live from small makers: citrus growers, furniture shops and printers here; towel mills and shipyard suppliers there. Most of them sell within fifty miles. Five makers and one student prepare a shared shop window: twelve products from each town, sold in the other for one season.',
    partner: 'Main Street Makers',
    follows:
      'The shop window opens in September and is run by the chamber with one paid afternoon a week. Imabari’s makers answer questions by video on the first Thursday of each month.',
    people: 6,
    fare: 1240,
    measured: 'Twelve products of each town on sale in the other',
  },
  sebastopol: {
    partnershipId: 'sebastopol-ca-takeo',
    us: 'Sebastopol',
    jp: 'Takeo',
    jpJa: '武雄市',
    title: 'Small solar on small farms',
    theme: 'sustainability',
    focus: 'Power for pumps and cold rooms on family farms',
    airport: 'San Francisco – Fukuoka',
    what: 'Orchards around Sebastopol and tea and rice farms around Takeo need power in the same months. Four farmers, a school and the water district study how Takeo’s farms share panels and batteries, and bring back one design that a family can build and repair.',
    partner: 'Growers’ Water District',
    follows:
      'Three farms on each side build the design and publish what it yields. The two agricultural schools keep the record and teach from it.',
    people: 6,
    fare: 1180,
    measured: 'Six farms with published yields',
  },
  lansing: {
    partnershipId: 'lansing-mi-otsu',
    us: 'Lansing',
    jp: 'Otsu',
    jpJa: '大津市',
    title: 'Young officers of two lake cities',
    theme: 'young-professionals',
    focus: 'First-time managers in city service',
    airport: 'Detroit – Osaka',
    what: 'Both cities look after water that others drink. Six people under thirty-five from city service, a co-operative and a start-up work for a week beside their peers in Otsu and take one problem home to solve together within the year.',
    partner: 'Mid-Lakes Young Leaders',
    follows:
      'The pairs meet each month by video and present their results at both city councils. A second group is chosen a year later, and the first one mentors it.',
    people: 6,
    fare: 1150,
    measured: 'Six problems solved in pairs and reported to both councils',
  },
  fortWorth: {
    partnershipId: 'fort-worth-tx-nagaoka',
    us: 'Fort Worth',
    jp: 'Nagaoka',
    jpJa: '長岡市',
    title: 'Apprentices across the ocean',
    theme: 'young-professionals',
    focus: 'Skilled trades and the young people who choose them',
    airport: 'Dallas – Niigata',
    what: 'Machine shops in Fort Worth and Nagaoka lose their masters faster than they find apprentices. Three apprentices, two masters and a school visit five shops in Nagaoka and agree on an exchange of apprentices with the same certificate at its end.',
    partner: 'Tarrant Trades School',
    follows:
      'Two apprentices go in each direction every year for six weeks, hosted by shops that both schools have visited.',
    people: 6,
    fare: 1260,
    measured: 'Four apprentices exchanged with one certificate',
  },
  ...moreProjects,
} as const satisfies Record<string, Made>;

export type ProjectName = keyof typeof projects;
