import { chaptersApi } from '../../shared/chapters/chapters.api.ts';
import { type Container, createContainer } from '../container/chapters.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(chaptersApi.listChapters, container.listChapters),
      bind(chaptersApi.viewChapter, container.viewChapter),
      bind(chaptersApi.listChapterMembers, container.listChapterMembers),
      bind(chaptersApi.viewChapterNumbers, container.viewChapterNumbers),
      bind(chaptersApi.exportChapterMembers, container.exportChapterMembers),
      bind(chaptersApi.previewAlumImport, container.previewAlumImport),
      bind(chaptersApi.importAlumni, container.importAlumni),
      bind(chaptersApi.listAlumInvitations, container.listAlumInvitations),
      bind(chaptersApi.withdrawAlumInvitation, container.withdrawAlumInvitation),
      bind(chaptersApi.acceptAlumInvitation, container.acceptAlumInvitation),
      bind(chaptersApi.declineAlumInvitation, container.declineAlumInvitation),
      bind(chaptersApi.viewAlumniCounts, container.viewAlumniCounts),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
