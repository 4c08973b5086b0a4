import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { AppError } from '../shared/app-error';

/** What browsers load for the widget; see src/web/widget. */
export interface WidgetFiles {
  /** `widget.js`, which every page loads, with the words of the launcher in it. */
  readonly loader: string;
  /** `panel.js`, which comes when the launcher is pressed. */
  readonly panel: string;
  /** `conversation.js`, which comes when a conversation begins, and `check.js`, when the first message is written. */
  readonly later: Readonly<Record<'conversation' | 'check', string>>;
}

/** Where `npm run build` puts them; the same for the built service and for tests, which run in the project folder. */
const FOLDER = join('dist', 'web');

/** The words of the launcher are in the first file, so that a page with a closed chat needs no second request. */
const LABEL = '"__LAUNCHER_LABEL__"';

/**
 * @param label the words on the launcher
 * @throws AppError `not_built`
 */
export function loadWidgetFiles(label: string): WidgetFiles {
  const read = (name: string): string => {
    const file = join(FOLDER, name);
    if (existsSync(file)) return readFileSync(file, 'utf8');
    throw new AppError('not_built', `${file} is missing: run "npm run build" first`);
  };
  const loader = read('widget.js').replace(LABEL, () => JSON.stringify(label));
  return {
    loader,
    panel: read('panel.js'),
    later: { conversation: read('conversation.js'), check: read('check.js') },
  };
}
