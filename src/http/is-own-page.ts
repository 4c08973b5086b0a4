import type { Request } from 'restify';

/**
 * Whether a form was sent from a page of ours, and not from another site's in the name of its visitor. Browsers say so in
 * Sec-Fetch-Site; older ones name the page's origin. Who sends neither is no browser of today: there is no cookie that
 * could be misused, and the form's own token is checked besides.
 *
 * @param publicUrl as users reach the service
 */
export function isOwnPage({ headers }: Request, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  // "none" is the person, who sends a page again that the browser has kept.
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return origin === new URL(publicUrl).origin || (URL.canParse(origin) && new URL(origin).host === host);
}
