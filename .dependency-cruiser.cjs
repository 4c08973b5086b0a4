/** Who may import whom. The reasons are in docs/architecture.md. */
const SUBJECTS = '^src/(notice|search|replies|transcript|review|rights|forms|outbox|opt-outs|retention|handoff|staff)/';
const OUTSIDE =
  '^(dialogs/|src/(bot|directline|http|redis|storage|mail|webhook|web|commands)/|src/(main|compose[a-z-]*|config)\\.ts)';
const packages = (names) => `(^|/)node_modules/(${names})(/|$)`;

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-knows-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { path: '^(src/(?!shared/)|dialogs/)' },
    },
    { name: 'subjects-know-no-outside', severity: 'error', from: { path: SUBJECTS }, to: { path: OUTSIDE } },
    {
      name: 'subjects-know-no-framework',
      severity: 'error',
      from: { path: SUBJECTS },
      to: {
        path: packages(
          'restify|libsql|mongoose|ioredis|rate-limiter-flexible|nodemailer|ws|botbuilder[^/]*|botframework[^/]*',
        ),
      },
    },
    {
      name: 'the-notice-knows-no-other-subject',
      severity: 'error',
      from: { path: '^src/notice/' },
      to: { path: '^src/(search|replies|transcript|review)/' },
    },
    {
      name: 'search-reads-only-the-notice',
      severity: 'error',
      from: { path: '^src/search/' },
      to: { path: '^src/(replies|transcript|review)/' },
    },
    {
      name: 'dialogs-only-talk',
      severity: 'error',
      from: { path: '^dialogs/' },
      to: { path: '^src/(bot|directline|http|redis|storage|web|commands|transcript|review)/' },
    },
    {
      name: 'the-bot-is-given-its-dialogs',
      severity: 'error',
      from: { path: '^src/bot/' },
      to: { path: '^(dialogs/|src/(directline|http|redis|storage|web)/)' },
    },
    {
      name: 'storage-knows-only-the-port',
      severity: 'error',
      from: { path: '^src/storage/' },
      to: { path: '^(dialogs/|src/(?!shared/|storage/))' },
    },
    {
      name: 'redis-knows-only-the-ports',
      severity: 'error',
      from: { path: '^src/redis/' },
      to: { path: '^(dialogs/|src/(?!shared/|redis/|directline/((local-)?(activity-bus|presence)|wire)\\.ts))' },
    },
    {
      name: 'only-its-folder-knows-ioredis',
      severity: 'error',
      from: { path: '^(src|dialogs)/', pathNot: '^src/redis/' },
      to: { path: packages('ioredis') },
    },
    {
      name: 'ways-out-know-only-the-outbox',
      severity: 'error',
      from: { path: '^src/(mail|webhook)/' },
      to: { path: '^(dialogs/|src/(?!shared/|outbox/|mail/|webhook/))' },
    },
    {
      name: 'botbuilder-stays-behind-the-boundary',
      comment: 'The SDK is archived: the way to its successor must stay short.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/(bot/|directline/direct-line-adapter\\.ts|compose(-bot|-rights)?\\.ts|start-service\\.ts)',
      },
      to: { path: packages('botbuilder[^/]*|botframework[^/]*') },
    },
    {
      name: 'only-search-knows-language',
      severity: 'error',
      from: { path: '^(src|dialogs)/', pathNot: '^src/search/' },
      to: { path: packages('natural|fuse\\.js') },
    },
    {
      name: 'only-the-encoder-knows-its-runtime',
      severity: 'error',
      from: { path: '^(src|dialogs)/', pathNot: '^src/search/encoder/' },
      to: { path: packages('onnxruntime-node') },
    },
    {
      name: 'only-its-folder-knows-libsql',
      severity: 'error',
      from: { path: '^(src|dialogs)/', pathNot: '^src/storage/sqlite/' },
      to: { path: packages('libsql') },
    },
    {
      name: 'only-its-folder-knows-mongoose',
      severity: 'error',
      from: { path: '^(src|dialogs)/', pathNot: '^src/storage/mongo/' },
      to: { path: packages('mongoose|mongodb|bson') },
    },
    {
      name: 'only-mail-knows-nodemailer',
      severity: 'error',
      from: { path: '^(src|dialogs)/', pathNot: '^src/mail/' },
      to: { path: packages('nodemailer') },
    },
    {
      name: 'only-http-knows-restify',
      severity: 'error',
      from: { path: '^(src|dialogs)/', pathNot: '^src/http/' },
      to: { path: packages('restify'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-product-needs-no-test-code',
      severity: 'error',
      from: { path: '^(src|dialogs)/' },
      to: { path: '^test/' },
    },
    {
      name: 'never-natural-whole',
      comment: 'It loads five databases, reads .env and prints.',
      severity: 'error',
      from: {},
      to: { path: packages('natural') + 'lib/natural/index\\.js$' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(src|dialogs)/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.d.ts'] },
  },
};
