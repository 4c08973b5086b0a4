/**
 * Builds everything that runs: the server, the commands and the benchmarks into dist/ (one CommonJS file a source
 * file, so that a stack trace names its source), and the browser code, bundled, into dist/web.
 * Types are checked apart, by `npm run types`.
 *
 *   node tools/build.mjs [--if-stale]     --if-stale: only when an input is newer than the last build
 */
import { build, transform } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const STAMP = 'dist/.built';
const WIDGET = join('src', 'web', 'widget');
const PLAIN_JSX = { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' };

/** An imported style sheet is its own text, without what only people need. */
const styleSheetsAsText = {
  name: 'style-sheets-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trimEnd(), loader: 'text' };
    });
  },
};

/**
 * Names that only the panel and its later parts use, no other file, no JSON and no browser, and nobody to look something up
 * by: they may become one letter.
 */
const OWN_NAMES = `
  addStyles anySession attempt beginAgain boxFor cancelTimer carryOn catchUp chat choice clearedElsewhere client
  comeBack connection conversation cope deleteChat deleteNow delivery discard dispatch draft epoch failures Feedback
  follow forget FormCard goAway halt hasChat hold holdOn isBusy isChosen isFull isMenuOpen isMissed isNewGroup isOff
  isOpen isPlain isPolling isQuiet isSilent isTrying isTyping keeper known link LinkedText listener look lose
  loseConnection memory missed news nextId onActivities onBack onChoose onClosed onExpired onLink onLost onMenu
  onNewsBelow onOver onPress onRefreshed onSession onSet onUnreachable opener openSocket outbox parts placed poll
  pollSoon post rated reached reconnect reconnectNow refresh refusedAsOver remember renewAfter renewed retry retryAt
  retryNow saveFile sendAll session shape showAtOpening socketFailures stopListening stopTyping store subscribe ticket
  timers transcript turns unread useEffect useLayoutEffect usePanel useRef useSay useState view waitAndRetry
  watchTyping what`;

const files = ['src', 'dialogs', 'test/bench', 'test/support'].filter((folder) => existsSync(folder)).flatMap(filesIn);
const server = files.filter((file) => file.endsWith('.ts') && !file.startsWith(WIDGET + sep));

if (process.argv.includes('--if-stale') && isFresh([...files, 'tools/build.mjs', 'package.json'])) process.exit(0);

rmSync('dist', { recursive: true, force: true });
await Promise.all([buildServer(), buildWidget()]);
mkdirSync('dist', { recursive: true });
writeFileSync(STAMP, '');

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function isFresh(inputs) {
  if (!existsSync(STAMP)) return false;
  const builtAt = statSync(STAMP).mtimeMs;
  return inputs.every((file) => statSync(file).mtimeMs <= builtAt);
}

function buildServer() {
  return build({
    entryPoints: server,
    outdir: 'dist',
    outbase: '.',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
}

/**
 * `widget.js` is the small part that every page loads; `panel.js` comes when the launcher is pressed. The files of
 * `later/` come when there is use for them; they are given the panel's own Preact.
 */
async function buildWidget() {
  const shared = {
    bundle: true,
    minify: true,
    outdir: 'dist/web',
    platform: 'browser',
    target: 'es2022',
    plugins: [styleSheetsAsText],
    logLevel: 'warning',
  };
  const loader = build({ ...shared, entryPoints: [join(WIDGET, 'widget.ts')], format: 'iife' });
  const panel = {
    ...shared,
    format: 'esm',
    mangleProps: new RegExp(`^(${OWN_NAMES.trim().split(/\s+/).join('|')})$`),
    // The plain form of JSX takes fewer bytes than the automatic one, with which its types are checked.
    tsconfigRaw: { compilerOptions: { ...PLAIN_JSX, useDefineForClassFields: false } },
  };
  const { mangleCache } = await build({
    ...panel,
    entryPoints: [join(WIDGET, 'panel.tsx')],
    inject: [join(WIDGET, 'jsx.ts')],
    mangleCache: {},
  });
  // All files call a name the same, since they read what the others have made.
  await build({
    ...panel,
    entryPoints: ['conversation.ts', 'check.tsx'].map((name) => join(WIDGET, 'later', name)),
    inject: [join(WIDGET, 'later', 'library.ts')],
    mangleCache,
  });
  await loader;
}
