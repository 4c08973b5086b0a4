/** Turns TypeScript into CommonJS for jest with the compiler of the build. Types are checked by `npm run types`. */
const { createHash } = require('node:crypto');
const { transformSync, version } = require('esbuild');

const OPTIONS = {
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

module.exports = {
  process(source, file) {
    const loader = file.endsWith('x') ? 'tsx' : 'ts';
    return { code: transformSync(source, { ...OPTIONS, loader, sourcefile: file }).code };
  },
  getCacheKey(source, file) {
    return createHash('sha256')
      .update(source)
      .update(file)
      .update(version)
      .update(JSON.stringify(OPTIONS))
      .digest('hex');
  },
};
