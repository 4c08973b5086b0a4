import type { Request, Response, Server } from 'restify';

import type { LawNote } from '../notice/law-note';
import type { Notice, NoticeVersion } from '../notice/notice';
import { noticeInForce } from '../notice/notice-in-force';
import type { Clock } from '../shared/clock';
import { demoPage } from '../web/pages/demo-page';
import { ICON_PATH, PAGE_ICON } from '../web/pages/page-icon';
import { notFoundPage } from '../web/pages/not-found-page';
import { noticePage } from '../web/pages/notice-page';
import { PAGE_STYLES, PAGE_STYLES_PATH } from '../web/pages/page-styles';
import type { PageWords } from '../web/pages/page-words';
import type { WidgetFiles } from '../web/widget-files';
import { Asset } from './assets';
import type { createRoute } from './route';

export interface PageRouteDependencies {
  readonly notice: Notice;
  /** What the law says beside a version, at this moment. */
  readonly lawNotes: (version: NoticeVersion) => readonly LawNote[];
  readonly words: PageWords;
  readonly clock: Clock;
  readonly widget: WidgetFiles;
  /** `words.json`: what the widget says, and where it finds things. */
  readonly widgetWords: object;
  readonly publicUrl: string;
  readonly route: ReturnType<typeof createRoute>;
}

const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

/** The pages of the service, and the files of the widget. */
export function addPageRoutes(
  server: Server,
  { notice, lawNotes, words, clock, widget, widgetWords, publicUrl, route }: PageRouteDependencies,
): void {
  for (const [path, asset] of Object.entries(assetsOf(widget, widgetWords))) {
    const send = route((request, response) => asset.send(request, response));
    server.get(path, send);
    server.head(path, send);
  }

  const page = (write: (request: Request) => string | undefined) =>
    route((request, response) => {
      const elsewhere = properAddress(request, publicUrl);
      if (elsewhere !== undefined) {
        response.setHeader('Location', elsewhere);
        response.send(302);
        return;
      }
      const text = write(request);
      sendPage(request, response, text === undefined ? notFoundPage(words) : text, text === undefined ? 404 : 200);
    });
  const inForce = () => noticeInForce(notice, clock.now());
  const whole = (version = inForce()) =>
    noticePage(version, { notice, lawNotes: lawNotes(version), now: clock.now(), words });
  const pages: Readonly<Record<string, ReturnType<typeof page>>> = {
    '/': page(() => demoPage(inForce(), words)),
    '/notice': page(() => whole()),
    '/notice/:version': page(({ params }) => {
      const wanted = (params as { readonly version: string }).version;
      const version = notice.versions.find((candidate) => candidate.version === wanted);
      return version && whole(version);
    }),
  };
  for (const [path, send] of Object.entries(pages)) {
    server.get(path, send);
    server.head(path, send);
  }
}

/** What never changes while the service runs: styles, the icon, and the files of the widget. */
function assetsOf(widget: WidgetFiles, widgetWords: object): Readonly<Record<string, Asset>> {
  return {
    [PAGE_STYLES_PATH]: new Asset(PAGE_STYLES, 'text/css; charset=utf-8'),
    [ICON_PATH]: new Asset(PAGE_ICON, 'image/svg+xml'),
    '/widget.js': new Asset(widget.loader, SCRIPT, { isPublic: true }),
    '/widget/panel.js': new Asset(widget.panel, SCRIPT, { isPublic: true }),
    ...Object.fromEntries(
      Object.entries(widget.later).map(([name, file]) => [
        `/widget/${name}.js`,
        new Asset(file, SCRIPT, { isPublic: true }),
      ]),
    ),
    '/widget/words.json': new Asset(JSON.stringify(widgetWords), 'application/json', { isPublic: true }),
  };
}

/**
 * Where a page has to be opened when somebody came by another name of their own machine: the chat belongs to the origin
 * that is configured, and would not work from this one.
 */
function properAddress({ headers, url }: Request, publicUrl: string): string | undefined {
  const wanted = new URL(publicUrl);
  const isOtherName = headers.host === `127.0.0.1:${wanted.port}` || headers.host === `[::1]:${wanted.port}`;
  return wanted.hostname === 'localhost' && isOtherName ? new URL(url ?? '/', wanted).href : undefined;
}

function sendPage(request: Request, response: Response, text: string, status: number): void {
  if (status === 200) assetOf(text).send(request, response);
  else response.sendRaw(status, text, { 'Content-Type': HTML });
}

/** The latest pages, compressed: there are as many as versions of the notice, and they change once a day at most. */
const recent = new Map<string, Asset>();
const MOST_RECENT = 20;

function assetOf(text: string): Asset {
  const known = recent.get(text);
  if (known) return known;
  if (recent.size >= MOST_RECENT) recent.clear();
  const asset = new Asset(text, HTML);
  recent.set(text, asset);
  return asset;
}
