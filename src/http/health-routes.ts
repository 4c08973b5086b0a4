import type { Server } from 'restify';

import type { createRoute } from './route';

/** What `/readyz` tells; it holds no personal data. */
export interface Readiness {
  readonly isReady: boolean;
  readonly checks: Readonly<Record<string, string | number | boolean | object | null>>;
}

/** `/healthz`: the process answers. `/readyz`: it can do its work, and may be sent traffic. */
export function addHealthRoutes(
  server: Server,
  {
    readiness,
    route,
  }: { readonly readiness: () => Promise<Readiness>; readonly route: ReturnType<typeof createRoute> },
): void {
  server.get(
    '/healthz',
    route((_request, response) => {
      response.send(200, { status: 'ok' });
    }),
  );
  server.get(
    '/readyz',
    route(async (_request, response) => {
      const { isReady, checks } = await readiness();
      response.send(isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready', ...checks });
    }),
  );
}
