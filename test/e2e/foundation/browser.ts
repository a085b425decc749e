import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

// In one process the browser would end with the first page that is closed.
const withoutSingleProcess = chromium.args.filter((one) => one !== '--single-process');

/** The browser that comes with the packages: nothing of the system is needed. */
export const openBrowser = async () =>
  playwright.launch({ executablePath: await chromium.executablePath(), args: withoutSingleProcess });
