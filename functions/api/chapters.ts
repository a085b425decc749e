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
      bind(chaptersApi.viewAlumniCounts, container.viewAlumniCounts),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
