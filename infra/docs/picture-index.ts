import type { PicturePage } from './picture-pages.ts';

const openers: Readonly<Record<string, string>> = {
  anyone: 'Anyone',
  applicant: 'Applicant',
  official: 'By a link: the authorised official',
  counterpart: 'By a link: the Japanese office',
  invited: 'By a link: whoever is invited',
  alum: 'JET alum',
  lead: 'Lead of a chapter',
  reviewer: 'Reviewer',
  staff: 'Staff',
};

/** The index of the pictures, from the names of the files there are: by who opens a page, a line each. */
export const pictureIndex = (pages: readonly PicturePage[], files: readonly string[]): string => {
  const sections = Object.entries(openers).map(([opener, heading]) => {
    const rows = pages.filter(({ by }) => by.split('-')[0] === opener).map((page) => row(page, files));
    return [`## ${heading}`, '', '| page | address | pictures |', '| --- | --- | --- |', ...rows].join('\n');
  });
  const about =
    'Taken by `npm run pictures` from the demo data, which is made up and says so. Width in pixels, language, and `dark` for the dark scheme. A longer page is cut at the end.';
  return `# Pictures\n\n${about}\n\n${sections.join('\n\n')}\n`;
};

const row = ({ name, path, shows }: PicturePage, files: readonly string[]): string => {
  const own = files.filter((file) => new RegExp(`^${name}-\\d+-`).test(file));
  const links = own.map((file) => `[${file.slice(name.length + 1, -4).replaceAll('-', ' ')}](${file})`);
  return `| ${shows} | \`${path}\` | ${links.join(' · ')} |`;
};
